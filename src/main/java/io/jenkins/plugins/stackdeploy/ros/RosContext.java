package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.time.InstantSource;

/**
 * What an operation on a stack works with.
 *
 * @param client calls ROS
 * @param journal keeps the facts
 * @param console tells people
 * @param clock tells the time
 * @param recorder keeps what the page shows
 * @param history remembers how long operations took
 */
public record RosContext(
        RosClient client,
        Journal<Operation> journal,
        Console console,
        InstantSource clock,
        Recorder recorder,
        History history) {
    /** A context that keeps nothing for a page and remembers nothing. */
    public RosContext(RosClient client, Journal<Operation> journal, Console console, InstantSource clock) {
        this(client, journal, console, clock, Recorder.NONE, History.NONE);
    }
}
