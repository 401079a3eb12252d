/** Tests of notifications by a cloud. */
package io.jenkins.plugins.stackdeploy.push;
