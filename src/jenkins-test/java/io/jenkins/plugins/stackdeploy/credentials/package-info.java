/** Tests that need a real Jenkins. They are compiled and run by jenkins-pom.xml alone. */
package io.jenkins.plugins.stackdeploy.credentials;
