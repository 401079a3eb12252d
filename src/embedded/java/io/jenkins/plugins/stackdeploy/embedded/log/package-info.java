/** The console log of a build. */
package io.jenkins.plugins.stackdeploy.embedded.log;
