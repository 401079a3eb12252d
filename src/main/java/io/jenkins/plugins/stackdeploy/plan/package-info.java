/** What would be deployed, before it is: a value that people can read, approve and hand on. Knows neither Jenkins nor an SDK. */
package io.jenkins.plugins.stackdeploy.plan;
