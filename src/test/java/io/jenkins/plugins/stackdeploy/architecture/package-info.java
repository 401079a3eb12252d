/** What the packages of the plugin may know of each other and of the world, and what no class of it does. */
package io.jenkins.plugins.stackdeploy.architecture;
