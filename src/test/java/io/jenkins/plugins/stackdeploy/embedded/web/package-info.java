/** Tests of the web server of the stand-in. */
package io.jenkins.plugins.stackdeploy.embedded.web;
