/**
 * A strict stand-in for the cloud on 127.0.0.1: it speaks the ROS and STS wire protocols, checks signatures, takes its
 * time, keeps state and fails on demand. It knows nothing of Jenkins or of the plugin.
 */
package io.jenkins.plugins.stackdeploy.localcloud;
