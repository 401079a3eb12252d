/** The steps that every Pipeline may use: those of Jenkins' own plugins that the demo and the tests need. */
package io.jenkins.plugins.stackdeploy.embedded.steps;
