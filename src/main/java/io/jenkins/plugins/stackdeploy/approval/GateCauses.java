package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Cause;
import java.util.List;
import java.util.stream.Stream;

/** Finds gates among the causes of a build. */
final class GateCauses {
    private GateCauses() {}

    static Stream<GateCause> in(List<Cause> causes) {
        return causes.stream().filter(GateCause.class::isInstance).map(GateCause.class::cast);
    }
}
