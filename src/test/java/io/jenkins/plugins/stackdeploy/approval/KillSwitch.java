package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills Jenkins when a place is reached at which that makes a difference. */
final class KillSwitch implements Boundaries {
    private final AtomicInteger left;
    private GateFixture target;
    private volatile boolean killed;

    private KillSwitch(int left) {
        this.left = new AtomicInteger(left);
    }

    /** Kills at the n-th place. */
    static KillSwitch at(int place) {
        return new KillSwitch(place);
    }

    /** Kills at the next place after {@link #arm}. */
    static KillSwitch unarmed() {
        return new KillSwitch(Integer.MAX_VALUE);
    }

    void target(GateFixture fixture) {
        target = fixture;
    }

    void arm() {
        left.set(1);
    }

    boolean hasKilled() {
        return killed;
    }

    @Override
    public void reached(String place) {
        if (left.decrementAndGet() == 0) {
            target.jenkins.kill();
            killed = true;
            throw new KilledException(place);
        }
    }
}
