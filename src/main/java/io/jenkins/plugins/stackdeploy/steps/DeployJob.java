package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/**
 * A step's arguments, checked and complete, as they are kept with the build: from here on no workspace is needed. Secrets
 * are named or encrypted. Kept as JSON that says which kind it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RosJob.class, name = "ros"),
    @JsonSubTypes.Type(value = StackSetJob.class, name = "stackSet")
})
sealed interface DeployJob permits RosJob, StackSetJob {
    /** How long to watch, in minutes, at least 1. */
    int watchMinutes();

    /** Credentials ids by template parameter. */
    Map<String, String> secretCredentials();

    /** Template parameters that take the value of the build's secret parameter of that name. */
    List<String> secretBuildParameters();

    /** Values of template parameters, given in clear though the template hides them, as Jenkins encrypts secrets. */
    Map<String, String> encryptedParameters();
}
