/** A controller that dies at every moment at which it could matter, generated from a run in which it does not. */
package io.jenkins.plugins.stackdeploy.kills;
