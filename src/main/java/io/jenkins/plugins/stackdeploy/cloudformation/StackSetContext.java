package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.time.InstantSource;

/**
 * What work on a stack set is done with.
 *
 * @param client calls CloudFormation
 * @param members looks into the stacks of target accounts; {@link MemberStacks#NONE} when no role is known there
 * @param uploads takes templates that are too large to be sent
 * @param journal keeps the facts
 * @param console tells people
 * @param clock tells the time
 * @param recorder keeps what the page shows
 * @param history remembers how long operations took
 * @param masking hides secrets in what CloudFormation says before it is kept
 */
public record StackSetContext(
        StackSetClient client,
        MemberStacks members,
        TemplateUploads uploads,
        Journal<Operation> journal,
        Console console,
        InstantSource clock,
        Recorder recorder,
        History history,
        Masking masking) {
    /** A context that keeps nothing for a page, remembers nothing and has no secrets to hide. */
    public StackSetContext(
            StackSetClient client,
            MemberStacks members,
            TemplateUploads uploads,
            Journal<Operation> journal,
            Console console,
            InstantSource clock) {
        this(client, members, uploads, journal, console, clock, Recorder.NONE, History.NONE, Masking.NONE);
    }
}
