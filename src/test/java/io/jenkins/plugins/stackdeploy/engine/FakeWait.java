package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A wait whose turns a test sees. Safe for use by many threads. */
class FakeWait implements Wait {
    /** What a shared look sees of it. */
    record Seen(String id) implements Look {}

    final List<Look> turns = Collections.synchronizedList(new ArrayList<>());
    final List<String> postponements = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicBoolean inTurn = new AtomicBoolean();
    private final GroupKey group;
    private final String id;
    private final Looker looker;
    volatile Duration pause = Duration.ofSeconds(1);
    volatile boolean sooner;
    volatile boolean sharesCalls = true;
    volatile int lastTurn = Integer.MAX_VALUE;

    /**
     * A wait.
     *
     * @param group its group's name
     * @param id what it looks at; null for no shared looks
     * @param looker looks
     */
    FakeWait(String group, String id, Looker looker) {
        this.group = new GroupKey("fake", group, "account", "region");
        this.id = id;
        this.looker = looker;
    }

    @Override
    public GroupKey group() {
        return group;
    }

    @Override
    public Optional<String> sharedLook() {
        return Optional.ofNullable(id);
    }

    @Override
    public boolean sharesCalls() {
        return sharesCalls;
    }

    @Override
    public Looker looker() {
        return looker;
    }

    @Override
    public Turn turn(Look look) {
        return taken(() -> turns.add(look));
    }

    @Override
    public Turn postponed(String trouble, Duration until) {
        return taken(() -> postponements.add(trouble + " " + until.toMillis()));
    }

    private Turn taken(Runnable note) {
        if (!inTurn.compareAndSet(false, true)) {
            overlaps.incrementAndGet();
        }
        note.run();
        during();
        inTurn.set(false);
        return turns.size() >= lastTurn ? Turn.OVER : sooner ? Turn.within(pause) : Turn.after(pause);
    }

    /** What takes time in a turn. */
    void during() {}
}
