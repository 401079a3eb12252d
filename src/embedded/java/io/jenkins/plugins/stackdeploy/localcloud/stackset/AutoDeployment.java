package io.jenkins.plugins.stackdeploy.localcloud.stackset;

/**
 * Whether accounts that join an organizational unit get their instances by themselves.
 *
 * @param enabled whether they do
 * @param retainStacks whether the stacks of accounts that leave stay; null unless enabled
 */
record AutoDeployment(boolean enabled, Boolean retainStacks) {}
