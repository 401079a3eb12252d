package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes the whole course of an operation that has just been added to a stack. */
public final class StackPlan {
    /** Nominal seconds that a stack needs by itself before and after its resources. */
    private static final double PAUSE = 1;

    private static final String BY_USER = "User Initiated";

    private final Workshop shop;
    private final AwsStack stack;
    private final AwsOperation operation;
    private final Course course;

    private StackPlan(Workshop shop, AwsStack stack) {
        this.shop = shop;
        this.stack = stack;
        this.operation = stack.lastOperation();
        this.course = new Course(stack, operation);
    }

    /** Plans the latest operation of a stack, a create. */
    public static void create(Workshop shop, AwsStack stack) {
        new StackPlan(shop, stack).create();
    }

    /** Plans the latest operation of a stack, an update. */
    public static void update(Workshop shop, AwsStack stack) {
        new StackPlan(shop, stack).update();
    }

    /**
     * Plans the latest operation of a stack, a delete.
     *
     * @param retained logical ids of the resources to keep
     */
    public static void delete(Workshop shop, AwsStack stack, Set<String> retained) {
        new StackPlan(shop, stack).delete(retained);
    }

    /** Stops the running update of a stack and undoes it. */
    public static void cancelUpdate(Workshop shop, AwsStack stack, Instant at) {
        interrupt(stack, at);
        new StackPlan(shop, stack).rollBackUpdate(at, BY_USER, Set.of());
    }

    /**
     * Tries again to undo an update.
     *
     * @param skipped logical ids of the resources that are left as they are
     */
    public static void continueRollback(Workshop shop, AwsStack stack, Set<String> skipped, Instant at) {
        new StackPlan(shop, stack).rollBackUpdate(at, BY_USER, skipped);
    }

    /** Replaces the course of the latest operation by one that fails without a failing resource. */
    static void failAsAWhole(AwsStack stack, String reason) {
        AwsOperation operation = stack.lastOperation();
        Instant at = operation.submittedAt();
        operation.cutAfter(at.minusNanos(1));
        operation.outputs(null);
        Course course = new Course(stack, operation);
        course.stack(at, operation.kind() + "_IN_PROGRESS", BY_USER);
        String undone =
                switch (operation.kind()) {
                    case CREATE -> "ROLLBACK";
                    case UPDATE -> "UPDATE_ROLLBACK";
                    case DELETE -> "";
                };
        if (undone.isEmpty()) {
            course.stack(at.plusSeconds(1), "DELETE_FAILED", reason);
        } else {
            course.stack(at.plusSeconds(1), undone + "_IN_PROGRESS", reason);
            course.stack(at.plusSeconds(2), undone + "_COMPLETE", null);
        }
    }

    /** Stops the running operation of a stack: what is being worked on fails, nothing else is begun. */
    public static void interrupt(AwsStack stack, Instant at) {
        AwsOperation operation = stack.lastOperation();
        operation.cutAfter(at);
        operation.outputs(null);
        Course course = new Course(stack, operation);
        for (AwsResource resource : stack.at(at).resources()) {
            if (resource.inProgress()) {
                AwsOperation.Kind kind =
                        AwsOperation.Kind.valueOf(resource.status().replace("_IN_PROGRESS", ""));
                course.resource(at, resource, kind + "_FAILED", WorkPhase.cancelled(kind));
            }
        }
    }

    private void create() {
        Instant at = operation.submittedAt();
        course.stack(at, "CREATE_IN_PROGRESS", BY_USER);
        Blueprint goal = operation.target().blueprint(stack);
        int minutes = stack.settings().timeoutInMinutes();
        Instant deadline = minutes == 0 ? Instant.MAX : shop.pace().after(at, minutes * 60.0);
        WorkResult built = phase(false).run(works(goal), later(at), deadline);
        if (built.succeeded()) {
            finish(goal, later(built.end()), "CREATE_COMPLETE");
            return;
        }
        String reason = (built.timedOut() ? "Stack creation time exceeded the specified timeout. " : "")
                + built.summary("create");
        switch (stack.settings().onFailure()) {
            case "DO_NOTHING" -> course.stack(built.end(), "CREATE_FAILED", reason);
            case "DELETE" -> undo(built.end(), "DELETE", reason + "Delete requested by user.");
            default -> undo(built.end(), "ROLLBACK", reason + "Rollback requested by user.");
        }
    }

    private List<Work> works(Blueprint goal) {
        return ResourceDiff.between(stack.at(operation.submittedAt()), goal).stream()
                .filter(change -> change.action() != ResourceChange.Action.Remove)
                .map(ResourceChange::work)
                .toList();
    }

    /** Deletes what a failed create has made. */
    private void undo(Instant at, String prefix, String reason) {
        course.stack(at, prefix + "_IN_PROGRESS", reason);
        List<AwsResource> begun = stack.at(at).resources().stream()
                .filter(resource -> !resource.status().startsWith("DELETE_"))
                .toList();
        WorkResult result = phase(true).run(Work.deleting(begun), later(at), Instant.MAX);
        conclude(result, prefix);
    }

    private void conclude(WorkResult result, String prefix) {
        if (result.succeeded()) {
            course.stack(later(result.end()), prefix + "_COMPLETE", null);
        } else {
            course.stack(later(result.end()), prefix + "_FAILED", result.summary("delete"));
        }
    }

    private void update() {
        Instant at = operation.submittedAt();
        course.stack(at, "UPDATE_IN_PROGRESS", BY_USER);
        Blueprint goal = operation.target().blueprint(stack);
        WorkResult built = phase(false).run(works(goal), later(at), Instant.MAX);
        if (built.succeeded()) {
            Instant end = later(built.end());
            finish(goal, end, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
            cleanUp(
                    end,
                    leftovers(stack.before(), stack.at(end), goal.resources().keySet()),
                    "UPDATE_COMPLETE",
                    false);
        } else if (stack.settings().disableRollback()) {
            course.stack(built.end(), "UPDATE_FAILED", built.summary("update"));
        } else {
            rollBackUpdate(built.end(), built.summary("update"), Set.of());
        }
    }

    private void rollBackUpdate(Instant at, String reason, Set<String> skipped) {
        course.stack(at, "UPDATE_ROLLBACK_IN_PROGRESS", reason);
        AwsSnapshot before = stack.before();
        List<Work> works = new ArrayList<>();
        for (AwsResource now : stack.at(at).resources()) {
            AwsResource then = before.existing(now.logicalId());
            if (then != null && changed(then, now)) {
                if (skipped.contains(now.logicalId())) {
                    course.resource(at, then, "UPDATE_COMPLETE", "Resource was skipped by ContinueUpdateRollback");
                } else {
                    works.add(new Work(AwsOperation.Kind.UPDATE, then.target(), then, false, Set.of()));
                }
            }
        }
        WorkResult result = phase(true).run(works, later(at), Instant.MAX);
        if (!result.succeeded()) {
            course.stack(result.end(), "UPDATE_ROLLBACK_FAILED", result.summary("update"));
            return;
        }
        Instant end = later(result.end());
        AwsSnapshot failed = stack.at(at);
        course.stack(end, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", null);
        Set<String> wanted = new HashSet<>();
        before.resources().stream().filter(AwsResource::exists).forEach(r -> wanted.add(r.logicalId()));
        cleanUp(end, leftovers(failed, stack.at(end), wanted), "UPDATE_ROLLBACK_COMPLETE", true);
    }

    private static boolean changed(AwsResource then, AwsResource now) {
        return now.failed()
                || !then.physicalId().equals(now.physicalId())
                || !then.target().equals(now.target());
    }

    /** What is there besides what is wanted: resources by another id than they have now, or of another name. */
    private static List<AwsResource> leftovers(AwsSnapshot earlier, AwsSnapshot now, Set<String> wanted) {
        List<AwsResource> result = new ArrayList<>();
        for (AwsResource old : earlier.resources()) {
            AwsResource current = now.existing(old.logicalId());
            boolean replaced = current != null && !current.physicalId().equals(old.physicalId());
            if (old.exists() && (replaced || !wanted.contains(old.logicalId()))) {
                result.add(old);
            }
        }
        return result;
    }

    private void cleanUp(Instant at, List<AwsResource> leftovers, String status, boolean rollingBack) {
        WorkResult result = phase(rollingBack).run(Work.deleting(doomed(leftovers, Set.of(), at)), at, Instant.MAX);
        String reason = result.succeeded() ? null : "Update successful. One or more resources could not be deleted.";
        course.stack(later(result.end()), status, reason);
    }

    private void delete(Set<String> retained) {
        Instant at = operation.submittedAt();
        course.stack(at, "DELETE_IN_PROGRESS", BY_USER);
        List<AwsResource> existing =
                stack.at(at).resources().stream().filter(AwsResource::exists).toList();
        conclude(phase(false).run(Work.deleting(doomed(existing, retained, at)), later(at), Instant.MAX), "DELETE");
    }

    /** Takes out what is kept, by order or by its DeletionPolicy, and notes that. */
    private List<AwsResource> doomed(List<AwsResource> resources, Set<String> retained, Instant at) {
        List<AwsResource> result = new ArrayList<>();
        for (AwsResource resource : resources) {
            boolean byPolicy = resource.target() != null && resource.target().retained();
            if (byPolicy || retained.contains(resource.logicalId())) {
                course.resource(at, resource, "DELETE_SKIPPED", null);
            } else {
                result.add(resource);
            }
        }
        return result;
    }

    private void finish(Blueprint goal, Instant at, String status) {
        ArrayNode outputs = goal.outputs(new LiveScope(stack, stack.at(at)));
        operation.outputs(outputs);
        course.stack(at, status, null);
    }

    private WorkPhase phase(boolean rollingBack) {
        return new WorkPhase(shop, stack, course, rollingBack);
    }

    private Instant later(Instant at) {
        return shop.pace().after(at, PAUSE);
    }
}
