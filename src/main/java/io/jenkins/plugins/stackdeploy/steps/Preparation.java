package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Console;

/**
 * What a step's arguments are prepared with.
 *
 * @param run the build
 * @param files reads the workspace
 * @param console tells people
 */
record Preparation(Run<?, ?> run, WorkspaceFiles files, Console console) {}
