/**
 * Stacks as the cloud keeps them. The whole course of an operation is computed when it is submitted, as a list of timed
 * transitions; what a stack looks like at some moment is a pure function of that list and the time. Nothing runs in the
 * background, so a killed process goes on where the wall clock is when it is started again.
 */
package io.jenkins.plugins.stackdeploy.localcloud.stack;
