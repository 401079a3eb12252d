/** What goes wrong on demand: answers replaced, delayed or lost, and calls throttled. */
package io.jenkins.plugins.stackdeploy.localcloud.fault;
