package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to every job that has come to a gate. */
@Extension
@SuppressWarnings("rawtypes") // Job is a raw type wherever it is a class object
public class JobGatesActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return JobGatesAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        boolean hasAny = GateService.get().all().stream().anyMatch(gate -> gate.isOf(job))
                || SettledGates.of(job).exist();
        return hasAny ? List.of(new JobGatesAction(job)) : List.of();
    }
}
