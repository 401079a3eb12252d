/** Serves the plugin's pages on 127.0.0.1 as Jenkins would: its views, its web methods, its scripts and styles. */
package io.jenkins.plugins.stackdeploy.embedded.web;
