package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;

/**
 * What all stack set actions work with.
 *
 * @param store the sets
 * @param engine starts and stops operations
 * @param organization units, suspended accounts and delegated administrators
 * @param templates what TemplateURL stands for
 * @param options behaviour
 */
record StackSetCloud(
        StackSetStore store,
        StackSetEngine engine,
        Organization organization,
        TemplateStore templates,
        StackSetOptions options) {}
