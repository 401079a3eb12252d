/** How the plugin is: a page for administrators, metrics, and lines in the system log when a cloud throttles for long. */
package io.jenkins.plugins.stackdeploy.health;
