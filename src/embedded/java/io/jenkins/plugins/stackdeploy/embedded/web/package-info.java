/** Serves the plugin's pages and web API on 127.0.0.1, with Stapler's rules for URLs, verbs and crumbs. */
package io.jenkins.plugins.stackdeploy.embedded.web;
