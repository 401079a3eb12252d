package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.io.Serializable;

/** Stands for the sources that the Jenkinsfile came with. */
public final class Scm implements Serializable {
    private static final long serialVersionUID = 1L;
}
