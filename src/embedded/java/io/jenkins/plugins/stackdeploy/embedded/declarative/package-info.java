/** Declarative Pipelines: checked and rewritten when they are compiled, run by an interpreter written in Groovy. */
package io.jenkins.plugins.stackdeploy.embedded.declarative;
