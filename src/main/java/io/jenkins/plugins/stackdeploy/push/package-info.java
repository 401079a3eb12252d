/**
 * Notifications by a cloud as hints: an address that nobody can guess, at which ROS says that a stack has changed. All that
 * comes of it is that the watcher looks earlier; what it says is not even read.
 */
package io.jenkins.plugins.stackdeploy.push;
