/** Tests of the page, the metrics and the log lines that tell how the plugin is. */
package io.jenkins.plugins.stackdeploy.health;
