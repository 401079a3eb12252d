/**
 * Stacks of CloudFormation. As with ROS, the whole course of an operation is computed when it is submitted and what a
 * stack looks like at some moment is a function of that course and the time; the statuses, the order of work and the
 * words are those of CloudFormation.
 */
package io.jenkins.plugins.stackdeploy.localcloud.awsstack;
