package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the saves and the calls of a deployment: between them nothing outside changes. Before one of them, which is after
 * the one before, the controller dies; or the answer of one that is a call is lost.
 */
final class Boundaries {
    private static final int NONE = -1;

    private final int crash;
    private final int lost;
    private final List<Integer> calls = new ArrayList<>();
    private int events;

    private Boundaries(int crash, int lost) {
        this.crash = crash;
        this.lost = lost;
    }

    /** Counts and lets everything pass. */
    static Boundaries counting() {
        return new Boundaries(NONE, NONE);
    }

    static Boundaries crashBefore(int event) {
        return new Boundaries(event, NONE);
    }

    static Boundaries answerLost(int event) {
        return new Boundaries(NONE, event);
    }

    /** How many saves and calls there were. */
    int events() {
        return events;
    }

    /** Which of them were calls. */
    List<Integer> calls() {
        return calls;
    }

    private int next() {
        if (events == crash) {
            throw new Crash(crash);
        }
        return events++;
    }

    Journal<Operation> around(Journal<Operation> journal) {
        return operation -> {
            next();
            journal.save(operation);
        };
    }

    RosApi around(RosApi api) {
        return (action, query, body) -> {
            int event = next();
            calls.add(event);
            RosApi.Answer answer = api.call(action, query, body);
            if (event == lost) {
                throw new CloudException(FaultKind.NO_ANSWER, action, null, "the answer is lost", null);
            }
            return answer;
        };
    }
}
