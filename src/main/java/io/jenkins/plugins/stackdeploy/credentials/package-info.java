/** From Jenkins' credentials and the administrator's connections to clients of the clouds. */
package io.jenkins.plugins.stackdeploy.credentials;
