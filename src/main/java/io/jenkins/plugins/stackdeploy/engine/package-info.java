/** What a deployment is, whatever the cloud: operations, progress, outcomes, the watcher and its call budget. */
package io.jenkins.plugins.stackdeploy.engine;
