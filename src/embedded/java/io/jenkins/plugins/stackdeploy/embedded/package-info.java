/** Runs Jenkinsfiles and freestyle build steps where Jenkins is not: for the demo and for tests. */
package io.jenkins.plugins.stackdeploy.embedded;
