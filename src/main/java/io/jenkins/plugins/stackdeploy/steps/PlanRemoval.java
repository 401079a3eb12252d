package io.jenkins.plugins.stackdeploy.steps;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.ros.RosDiscardRequest;
import io.jenkins.plugins.stackdeploy.ros.RosOperation;
import io.jenkins.plugins.stackdeploy.ros.RosPlanRequest;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * Removes from the cloud what was planned and not deployed: when the build ends, when the plan expires, when somebody rejects
 * it, or after a restart when one of these has happened meanwhile. What was deployed is left alone.
 */
public final class PlanRemoval {
    private static final Logger LOGGER = Logger.getLogger(PlanRemoval.class.getName());
    private static final int WATCH_MINUTES = 60;
    /** A deployment that was begun just before the plan expired is not disturbed. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private PlanRemoval() {}

    /**
     * Removes a plan that is not wanted any longer. Returns at once; the removal goes on in the background.
     *
     * @param run the build that made it
     * @param digest the plan's digest
     */
    public static void reject(Run<?, ?> run, String digest) {
        inBackground(
                run,
                id -> digest.equals(planned(run, id).map(PlanRemoval::digest).orElse(null)));
    }

    private static String digest(RosOperation planning) {
        Outcome outcome = planning.outcome();
        return outcome == null ? null : String.valueOf(outcome.facts().get("digest"));
    }

    /** Keeps a request with its build. A plan is noted, and removed when it expires. */
    static DeploymentFiles keep(DeployJob job, Run<?, ?> run, String id) throws IOException {
        DeploymentFiles files = new DeploymentFiles(run, id);
        if (job instanceof RosJob ros && ros.request() instanceof RosPlanRequest plan) {
            new OpenPlans().add(run, id);
            removeWhenExpired(id, plan);
        }
        files.saveRequest(job);
        return files;
    }

    /** Holds no build until then, which may be weeks: the build is looked up when its plan is due. */
    private static void removeWhenExpired(String id, RosPlanRequest plan) {
        Duration left = Duration.ofMinutes(plan.expiresInMinutes() + (long) plan.watchMinutes())
                .plus(GRACE);
        DeployService service = DeployService.get();
        try {
            service.preparing().schedule(() -> removeExpired(service, id), left.toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "The plan {0} is seen to after the restart", id);
        }
    }

    /** Of a plan that was deployed or removed meanwhile there is no note any more, of a build that was deleted no build. */
    private static void removeExpired(DeployService service, String id) {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            String build = new OpenPlans().all().get(id);
            Run<?, ?> run = build == null ? null : Run.fromExternalizableId(build);
            if (run != null) {
                removeAll(service, run, each -> each.equals(id));
            }
        } catch (ClosedByInterruptException shutDown) {
            LOGGER.log(Level.FINE, "The plan " + id + " is seen to after the restart", shutDown);
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The plan " + id + " has expired and cannot be removed", failed);
        }
    }

    private interface Choice {
        boolean takes(String id) throws IOException;
    }

    private static void inBackground(Run<?, ?> run, Choice choice) {
        DeployService service = DeployService.get();
        inBackground(service, run, () -> removeAll(service, run, choice));
    }

    private static void inBackground(DeployService service, Run<?, ?> run, Runnable work) {
        try {
            service.preparing().execute(work);
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "The plans of {0} are seen to after the restart", run);
        }
    }

    private static void removeAll(DeployService service, Run<?, ?> run, Choice choice) {
        removals(run, choice).forEach((id, removal) -> remove(service, run, id, removal));
    }

    /** What is to be done, by the ids of the plannings. */
    private static Map<String, RosJob> removals(Run<?, ?> run, Choice choice) {
        Map<String, RosJob> removals = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> plan : new OpenPlans().all().entrySet()) {
                String id = plan.getKey();
                if (plan.getValue().equals(run.getExternalizableId()) && choice.takes(id)) {
                    Optional<RosJob> removal = removal(run, id);
                    removal.ifPresent(job -> removals.put(id, job));
                    if (removal.isEmpty()) {
                        new OpenPlans().remove(id);
                    }
                }
            }
        } catch (ClosedByInterruptException shutDown) {
            LOGGER.log(Level.FINE, "The plans of " + run + " are seen to after the restart", shutDown);
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The plans of " + run + " cannot be read, and are not removed", failed);
        }
        return removals;
    }

    private static Optional<RosOperation> planned(Run<?, ?> run, String id) throws IOException {
        return new DeploymentFiles(run, id).operation(RosOperation.class);
    }

    /** Empty when there is nothing in the cloud. */
    private static Optional<RosJob> removal(Run<?, ?> run, String id) throws IOException {
        Optional<RosJob> job =
                new DeploymentFiles(run, id).request(DeployJob.class).map(RosJob.class::cast);
        Optional<RosOperation> planning = planned(run, id);
        if (job.isEmpty() || planning.isEmpty()) {
            return Optional.empty();
        }
        String stackName = ((RosPlanRequest) job.get().request()).deploy().stackName();
        return RosDiscardRequest.of(stackName, planning.get(), WATCH_MINUTES)
                .map(request -> new RosJob(job.get().target(), request, Map.of(), List.of(), Map.of()));
    }

    private static void remove(DeployService service, Run<?, ?> run, String id, RosJob removal) {
        // A plan that was rejected is not wanted at the end of its build either.
        if (!service.removals().add(id)) {
            return;
        }
        try {
            DeploymentFiles files = files(id);
            files.delete();
            files.saveRequest(removal);
            // Once Jenkins shuts down, another service would go on in a home that is no longer its own.
            if (service.preparing().isShutdown()) {
                LOGGER.log(Level.FINE, "The plan {0} is seen to after the restart", id);
                return;
            }
            service.watcher()
                    .watch(DeployRuns.of(
                            removal,
                            run,
                            files,
                            line -> LOGGER.log(Level.FINE, line),
                            outcome -> over(service, run, id, outcome)));
        } catch (ClosedByInterruptException shutDown) {
            LOGGER.log(Level.FINE, "The plan " + id + " is seen to after the restart", shutDown);
        } catch (IOException failed) {
            service.removals().remove(id);
            LOGGER.log(Level.WARNING, "A plan of " + run + " is left over", failed);
        }
    }

    /** Not beside the build, which may be deleted meanwhile. */
    private static DeploymentFiles files(String id) {
        return new DeploymentFiles(Jenkins.get()
                .getRootDir()
                .toPath()
                .resolve("stack-deploy")
                .resolve("plan-removals")
                .resolve(id));
    }

    private static void over(DeployService service, Run<?, ?> run, String id, Outcome outcome) {
        if (!outcome.succeeded()) {
            LOGGER.log(Level.WARNING, "A plan of {0} is left over: {1}", new Object[] {run, outcome.message()});
        }
        try {
            new OpenPlans().remove(id);
            files(id).delete();
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The plan " + id + " is removed, and will be again after a restart", failed);
        } finally {
            service.removals().remove(id);
        }
    }

    /** Goes on with what a restart interrupted. Builds that are not over see to their plans themselves. */
    private static void resume() throws IOException {
        OpenPlans plans = new OpenPlans();
        for (Map.Entry<String, String> plan : plans.all().entrySet()) {
            try {
                resume(plans, plan.getKey(), plan.getValue());
            } catch (IOException | RuntimeException unreadable) {
                LOGGER.log(Level.WARNING, "The plan " + plan.getKey() + " cannot be seen to", unreadable);
            }
        }
    }

    private static void resume(OpenPlans plans, String id, String build) throws IOException {
        Run<?, ?> run = Run.fromExternalizableId(build);
        if (run == null) {
            LOGGER.log(Level.WARNING, "The build {0} is gone, and its plan with it", build);
            plans.remove(id);
        } else if (!run.isBuilding()) {
            inBackground(run, each -> each.equals(id));
        } else {
            Optional<RosJob> job =
                    new DeploymentFiles(run, id).request(DeployJob.class).map(RosJob.class::cast);
            job.ifPresent(kept -> removeWhenExpired(id, (RosPlanRequest) kept.request()));
        }
    }

    /** Sees to the plans of builds that are over. */
    @Extension
    public static final class Listener extends RunListener<Run<?, ?>> {
        /** Read at once: a build may end because its job is deleted, and all its files are as soon as it has ended. */
        @Override
        public void onFinalized(Run<?, ?> run) {
            Map<String, RosJob> removals = removals(run, id -> true);
            if (!removals.isEmpty()) {
                DeployService service = DeployService.get();
                inBackground(service, run, () -> removals.forEach((id, removal) -> remove(service, run, id, removal)));
            }
        }
    }

    /**
     * Goes on after a restart, and follows jobs to other names. Its turn comes after that of Pipeline, which knows from then on
     * which builds it resumes: to load one of them earlier would resume it behind Pipeline's back.
     */
    @Extension(ordinal = -1000)
    public static final class OfItems extends ItemListener {
        @Override
        public void onLoaded() {
            try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
                resume();
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "Plans that were not deployed cannot be read, and are not removed", failed);
            }
        }

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            try {
                new OpenPlans().rename(oldFullName, newFullName);
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "Plans of builds of " + oldFullName + " are left over", failed);
            }
        }
    }
}
