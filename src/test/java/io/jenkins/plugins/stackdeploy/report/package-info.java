/** Tests of what a build remembers and shows. */
package io.jenkins.plugins.stackdeploy.report;
