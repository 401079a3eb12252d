/** Settings and credentials from a file in the form of Configuration as Code. */
package io.jenkins.plugins.stackdeploy.embedded.config;
