package io.jenkins.plugins.stackdeploy.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A gate over a file, with a clock that only the test moves. */
final class GateFixture {
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    final List<Decision> told = Collections.synchronizedList(new ArrayList<>());
    private final Path file;
    private final GateRequest request;
    private Instant now = START;
    Gate gate;

    GateFixture(Path folder, GatePolicy policy) throws IOException {
        this(folder, policy, null, false);
    }

    GateFixture(Path folder, GatePolicy policy, Duration limit, boolean approvedAtDeadline) throws IOException {
        this.file = folder.resolve("build").resolve("decisions.jsonl");
        this.request = new GateRequest(
                "release",
                "Release?",
                policy,
                List.of("alice"),
                "sha-256:42",
                START,
                limit == null ? null : START.plus(limit),
                approvedAtDeadline);
        reopen();
    }

    /** What a restart does: everything but the file is gone. */
    void reopen() throws IOException {
        InstantSource clock = () -> now;
        gate = new Gate(request, Ledger.open(() -> file), Identities.IGNORING_CASE, clock, told::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Path file() {
        return file;
    }

    void approve(String user, String... groups) throws RefusedException, IOException {
        gate.approve(person(user, groups), Answer.PLAIN);
    }

    static Approver person(String user, String... groups) {
        return new Approver(user, "Name of " + user, List.of(groups), false, true);
    }

    static Approver administrator(String user) {
        return new Approver(user, "Name of " + user, List.of(), true, true);
    }
}
