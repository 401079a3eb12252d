/** Templates and parameters: read, detect, check, compare. Knows neither Jenkins nor a cloud's SDK. */
package io.jenkins.plugins.stackdeploy.template;
