package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time that passes faster than it does outside, for a watcher and for everything that asks the clock along with it. */
public final class QuickTime implements InstantSource {
    private final int times;
    private final Instant begin = Instant.now();
    private final long nanos = System.nanoTime();

    /**
     * Begins now.
     *
     * @param times how many seconds pass in one
     */
    public QuickTime(int times) {
        this.times = times;
    }

    @Override
    public Instant instant() {
        return begin.plusNanos((System.nanoTime() - nanos) * times);
    }

    /** A watcher that waits by this time. */
    public Watcher watcher() {
        return new Watcher(new Threads(times), this, new Budgets(this));
    }

    private static final class Threads extends ScheduledThreadPoolExecutor {
        private final int times;

        private Threads(int times) {
            super(Watcher.THREADS, Watcher.named("stack-deploy-watcher-"));
            this.times = times;
            setKeepAliveTime(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
            allowCoreThreadTimeOut(true);
            setRemoveOnCancelPolicy(true);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, unit.toNanos(delay) / times, TimeUnit.NANOSECONDS);
        }
    }
}
