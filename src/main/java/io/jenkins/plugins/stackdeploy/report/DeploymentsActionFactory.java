package io.jenkins.plugins.stackdeploy.report;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to every build that has deployed something. */
@Extension
@SuppressWarnings("rawtypes") // Run is a raw type wherever it is a class object
public class DeploymentsActionFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return DeploymentsAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run run) {
        Run<?, ?> build = run;
        return new BuildDeployments(build).exist() ? List.of(new DeploymentsAction(build)) : List.of();
    }
}
