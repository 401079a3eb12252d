/** What the build promises: two POMs in step, a plugin that holds what it should, and a repository in order. */
package io.jenkins.plugins.stackdeploy.build;
