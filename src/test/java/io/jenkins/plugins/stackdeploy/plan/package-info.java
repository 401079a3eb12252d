/** Tests of plans as values. */
package io.jenkins.plugins.stackdeploy.plan;
