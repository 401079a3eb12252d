/** Runs a Pipeline script so that it can be saved at every step, killed at any moment, and resumed. */
package io.jenkins.plugins.stackdeploy.embedded.cps;
