/** Who may decide, what settles a gate, and that no decision is lost. */
package io.jenkins.plugins.stackdeploy.gate;
