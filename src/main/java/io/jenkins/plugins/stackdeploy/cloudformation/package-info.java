/**
 * AWS CloudFormation StackSets: client, statuses and errors as tables, stack sets deployed and deleted, stack instances
 * deployed. Knows no Jenkins. The requests and their enums do not mention the AWS SDK, so that they can be made and kept
 * where it is not installed; everything else may.
 */
package io.jenkins.plugins.stackdeploy.cloudformation;
