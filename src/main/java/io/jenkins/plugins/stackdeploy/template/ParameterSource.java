package io.jenkins.plugins.stackdeploy.template;

/** Where a parameter's value comes from. */
public enum ParameterSource {
    /** A map in the Pipeline script or the job's configuration. */
    MAP,
    /** The text form {@code ParameterKey=K,ParameterValue=V}. */
    SHORTHAND,
    /** A file of the checked-out repository. */
    FILE,
    /** A parameter of the build. */
    BUILD,
    /** A credential of Jenkins. */
    SECRET
}
