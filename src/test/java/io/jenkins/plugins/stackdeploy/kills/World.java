package io.jenkins.plugins.stackdeploy.kills;

import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.util.List;

/**
 * A cloud, and a controller with one thing to do there.
 *
 * @param <F> the facts of what it does
 */
public interface World<F extends Operation> extends AutoCloseable {
    /** Begins, or goes on from what was saved. */
    Underway<F> begin(F facts, DeploymentFiles files, Boundaries boundaries) throws Exception;

    /** The controller has died: nothing that is under way gets another turn. */
    void restart();

    /** The lines of all lives that tell of events, without what differs from one course of things to the other. */
    List<String> events();

    /** Sees to it that everything was done, and once. */
    void check(Outcome outcome);

    @Override
    void close();
}
