/**
 * CloudFormation StackSets: sets, instances and operations. Nothing runs in the background: an operation is planned when it
 * starts, and what it looks like follows from the plan and the clock.
 */
package io.jenkins.plugins.stackdeploy.localcloud.stackset;
