package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.model.queue.QueueListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What happens to builds and jobs, as far as it matters to gates. */
final class GateListeners {
    private static final Logger LOGGER = Logger.getLogger(GateListeners.class.getName());

    private GateListeners() {}

    /** Keeps what became of a job that a gate was to start. */
    private static void keep(GateCause cause, DownstreamStart start, String note) {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = buildBefore(cause);
            Optional<DownstreamRequest> request =
                    run == null ? Optional.empty() : new DownstreamFiles(run, cause.key()).request();
            if (request.isEmpty()) {
                // The build before the gate is deleted, and the files of the gate with it.
                return;
            }
            DownstreamFiles files = new DownstreamFiles(run, cause.key());
            if (files.add(cause.target(), start)) {
                new GateNotes(run, cause.key(), GateService.get().clock()).line(note);
            }
            if (files.starts().keySet().containsAll(request.get().jobs())) {
                PostBuildWait.index().remove(cause.key());
            }
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "What a gate has started cannot be recorded", failed);
        } finally {
            Beginning.remove(cause);
        }
    }

    /** The index knows the build under its name of now; the cause has that of then. */
    private static Run<?, ?> buildBefore(GateCause cause) throws IOException {
        return PostBuildWait.index()
                .build(cause.key())
                .<Run<?, ?>>map(Run::fromExternalizableId)
                .orElseGet(cause::getUpstreamRun);
    }

    /** Knows when what a gate starts leaves the queue. */
    @Extension
    public static final class OfQueue extends QueueListener {
        @Override
        public void onLeft(Queue.LeftItem left) {
            GateCauses.in(left.getCauses()).forEach(cause -> {
                if (left.isCancelled()) {
                    // Not while the queue is locked, as it is here; and not in the language of whoever cancels.
                    GateService.get().threads().execute(() -> {
                        String why = Messages.Downstream_cancelled();
                        keep(cause, DownstreamStart.refused(why), Messages.Downstream_refused(cause.target(), why));
                    });
                } else {
                    Beginning.add(cause);
                }
            });
        }
    }

    /** Knows when what a gate starts begins, before it does anything; and that a deleted build waits for nobody. */
    @Extension
    public static final class OfRuns extends RunListener<Run<?, ?>> {
        @Override
        public void onStarted(Run<?, ?> build, TaskListener listener) {
            GateCauses.in(build.getCauses())
                    .forEach(cause -> keep(
                            cause,
                            DownstreamStart.of(build.getNumber()),
                            Messages.Downstream_started(cause.target(), String.valueOf(build.getNumber()))));
        }

        @Override
        public void onDeleted(Run<?, ?> build) {
            for (LiveGate gate : GateService.get().all()) {
                if (gate.isOf(build)) {
                    end(gate);
                }
            }
            SettledGates.of(build.getParent()).forget(build.getNumber());
        }

        private static void end(LiveGate gate) {
            try {
                gate.abort(Messages.State_deleted());
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "A gate of a deleted build cannot be ended in order", failed);
                gate.forget();
            }
        }
    }

    /** Goes on after a restart, and follows jobs to other names. */
    @Extension
    public static final class OfItems extends ItemListener {
        @Override
        public void onLoaded() {
            try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
                for (Map.Entry<String, String> gate :
                        PostBuildWait.index().all().entrySet()) {
                    resume(gate.getKey(), gate.getValue());
                }
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "The gates after builds cannot be read, and nobody waits at them", failed);
            }
        }

        private static void resume(String key, String build) {
            try {
                Run<?, ?> run = Run.fromExternalizableId(build);
                if (run == null) {
                    LOGGER.log(Level.INFO, "The build {0} is gone, and the gate after it", build);
                    PostBuildWait.index().remove(key);
                } else {
                    PostBuildWait.resume(run, key);
                }
            } catch (IOException | RuntimeException failed) {
                // One gate in trouble must not keep the others from waiting.
                LOGGER.log(Level.WARNING, "The gate after " + build + " cannot go on", failed);
            }
        }

        @Override
        public void onDeleted(Item item) {
            GateService.get().all().stream().filter(gate -> gate.isOf(item)).forEach(LiveGate::forget);
        }

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            try {
                PostBuildWait.index().rename(oldFullName, newFullName);
            } catch (IOException failed) {
                LOGGER.log(
                        Level.WARNING, "The gates after builds of " + oldFullName + " end with this Jenkins", failed);
            }
        }
    }
}
