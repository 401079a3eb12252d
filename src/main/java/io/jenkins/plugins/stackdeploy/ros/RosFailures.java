package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.template.ResourceLine;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what failed and why: the resource that failed first, down through nested stacks, not the ones it took along. */
final class RosFailures {
    private static final int MOST_NESTING = 5;
    /** How ROS tells of resources that it gave up because of another. */
    private static final Pattern TAKEN_ALONG =
            Pattern.compile("(?i)\\b(aborted|cancell?ed|stopped because|skipped)\\b", Pattern.UNICODE_CASE);

    private final RosClient client;
    private final RosTemplate template;
    /** When the operation began: a nested stack may have failed before, for reasons that no longer matter. */
    private Instant began = Instant.EPOCH;

    /**
     * An explainer.
     *
     * @param client reads
     * @param template the template that was deployed; null when there is none
     */
    RosFailures(RosClient client, RosTemplate template) {
        this.client = client;
        this.template = template;
    }

    /**
     * Explains.
     *
     * @param operation an operation that ended badly
     * @param stackName the stack's name
     * @param latest the last event of each of its resources
     * @return the summary
     * @throws CloudException when a call failed for a passing reason
     */
    FailureSummary explain(RosOperation operation, String stackName, Collection<RosEvent> latest)
            throws CloudException {
        Optional<RosStack> stack = lookAt(operation.stackId);
        List<FailureSummary.Cause> causes = new ArrayList<>();
        List<String> followers = new ArrayList<>();
        List<RosEvent> events = all(operation, stackName, latest);
        began = events.isEmpty() ? Instant.EPOCH : events.get(0).at();
        collect(operation.stackId, stackName, "", 0, events, causes, followers);
        String reason = ownReason(operation.stackId, stackName, events)
                .orElseGet(() -> stack.map(RosFailures::reason).orElse(""));
        String headline = causes.isEmpty()
                ? Messages.Failure_headline(done(operation, stackName), operation.finalStatus, reason)
                : Messages.Failure_cause(
                        done(operation, stackName),
                        causes.get(0).path(),
                        causes.get(0).type(),
                        Text.oneLine(causes.get(0).reason()));
        List<String> advice = RosEnds.advice(operation.finalStatus);
        String left = RosEnds.leftIn(operation.finalStatus, stackName)
                + stack.map(RosStack::rollbackFailedReason)
                        .filter(text -> !text.isBlank())
                        .map(text -> " " + Messages.Failure_rollbackReason(Text.oneLine(text)))
                        .orElse("");
        return new FailureSummary(headline, causes, followers, left, advice);
    }

    private Optional<RosStack> lookAt(String stackId) throws CloudException {
        try {
            return client.get(stackId, false);
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    /** What the stack itself said when it failed, such as that it took too long; a rollback says something else since. */
    private static Optional<String> ownReason(String stackId, String stackName, List<RosEvent> events) {
        return events.stream()
                .filter(event -> event.isFailure() && event.isAbout(stackId, stackName))
                .map(event -> Text.oneLine(event.reason()))
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    private static String reason(RosStack stack) {
        String failure = Text.oneLine(stack.failure());
        return failure.isEmpty() ? Text.oneLine(stack.statusReason()) : failure;
    }

    private static String done(RosOperation operation, String stackName) {
        return switch (operation.action) {
            case CREATE, RECREATE -> Messages.Failure_notCreated(stackName);
            case DELETE -> Messages.Failure_notDeleted(stackName);
            default -> Messages.Failure_notUpdated(stackName);
        };
    }

    /** A rollback overwrites the last event of a resource that failed: its failure is further back. */
    private List<RosEvent> all(RosOperation operation, String stackName, Collection<RosEvent> latest)
            throws CloudException {
        EventCursor cursor = new EventCursor();
        cursor.firstStatus = operation.events.firstStatus;
        cursor.firstId = operation.events.firstId;
        cursor.firstTime = operation.events.firstTime;
        cursor.since = operation.events.since;
        try {
            return new EventFeed(client, cursor, operation.stackId, stackName).read(Priority.STATUS);
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            return List.copyOf(latest);
        }
    }

    private void collect(
            String stackId,
            String stackName,
            String path,
            int depth,
            List<RosEvent> events,
            List<FailureSummary.Cause> causes,
            List<String> followers)
            throws CloudException {
        Map<String, RosEvent> failures = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.isFailure() && !event.isAbout(stackId, stackName))
                .sorted(Comparator.comparing(RosEvent::at))
                .forEach(event -> failures.putIfAbsent(event.logicalId(), event));
        for (RosEvent event : failures.values()) {
            String where = path + event.logicalId();
            if (TAKEN_ALONG.matcher(event.reason()).find()) {
                followers.add(where + "  " + Text.oneLine(event.reason()));
            } else if (!nested(event, where, depth, causes, followers)) {
                causes.add(new FailureSummary.Cause(
                        where, event.type(), event.status(), event.reason(), depth == 0 ? source(event) : null));
            }
        }
    }

    /** A nested stack says only that it failed; what failed is among its own events. */
    private boolean nested(
            RosEvent event, String where, int depth, List<FailureSummary.Cause> causes, List<String> followers)
            throws CloudException {
        if (!event.type().equals(RosEvent.STACK_TYPE) || event.physicalId().isBlank() || depth >= MOST_NESTING) {
            return false;
        }
        int before = causes.size();
        try {
            List<RosEvent> events = new EventFeed(client, new EventCursor(), event.physicalId(), "").since(began);
            collect(event.physicalId(), "", where + "/", depth + 1, events, causes, followers);
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            return false;
        }
        return causes.size() > before;
    }

    private String source(RosEvent event) {
        if (template == null || template.body() == null) {
            return null;
        }
        return ResourceLine.of(template.name(), template.body(), TemplateLimits.ROS, event.logicalId())
                .orElse(null);
    }
}
