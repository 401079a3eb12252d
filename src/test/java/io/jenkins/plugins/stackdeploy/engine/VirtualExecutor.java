package io.jenkins.plugins.stackdeploy.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** As much of a scheduler on {@link VirtualTime} as a watcher uses. What a task throws reaches the test. */
final class VirtualExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private final VirtualTime time;
    private boolean shutDown;

    VirtualExecutor(VirtualTime time) {
        this.time = time;
    }

    private static final class Scheduled extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final VirtualTime time;
        private VirtualTime.Due due;

        Scheduled(VirtualTime time, Runnable work) {
            super(work, null);
            this.time = time;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            time.remove(due);
            return super.cancel(interrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(time.instant(), due.at()));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public void execute(Runnable work) {
        time.add(Duration.ZERO, () -> unlessShutDown(work));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        Scheduled scheduled = new Scheduled(time, work);
        scheduled.due = time.add(Duration.of(delay, unit.toChronoUnit()), () -> {
            unlessShutDown(work);
        });
        return scheduled;
    }

    private void unlessShutDown(Runnable work) {
        if (!shutDown) {
            work.run();
        }
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutDown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return shutDown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutDown;
    }
}
