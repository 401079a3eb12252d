/** The Security Token Service. */
package io.jenkins.plugins.stackdeploy.localcloud.awssts;
