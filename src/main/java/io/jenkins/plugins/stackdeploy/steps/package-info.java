/** Pipeline steps and freestyle build steps: thin edges around the engine. */
package io.jenkins.plugins.stackdeploy.steps;
