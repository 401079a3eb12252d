package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Works on resources in the order of their dependencies, on all at a time that are ready. The first failure of a create or
 * an update cancels the others; a failed deletion only stops those that wait for it.
 */
final class WorkPhase {
    private final Workshop shop;
    private final AwsStack stack;
    private final Course course;
    private final boolean rollingBack;
    private final PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparing(Running::end));
    private final List<String> failed = new ArrayList<>();

    /**
     * @param end when it is done or fails
     * @param seen when the resource gets its id
     * @param physicalId the id that a new resource gets, else the one that it has
     * @param failure why it fails, or null
     */
    private record Running(Work work, Instant end, Instant seen, String physicalId, String failure) {}

    WorkPhase(Workshop shop, AwsStack stack, Course course, boolean rollingBack) {
        this.shop = shop;
        this.stack = stack;
        this.course = course;
        this.rollingBack = rollingBack;
    }

    /**
     * Writes the events of all work.
     *
     * @param start when the phase begins
     * @param deadline when it is given up
     */
    WorkResult run(List<Work> works, Instant start, Instant deadline) {
        List<Work> waiting = new ArrayList<>(works);
        Set<String> unfinished = new HashSet<>();
        works.forEach(work -> unfinished.add(work.logicalId()));
        Instant now = start;
        while (true) {
            startReady(waiting, unfinished, now);
            Running next = running.poll();
            if (next == null) {
                return new WorkResult(now, failed, false);
            }
            if (next.end().isAfter(deadline)) {
                running.add(next);
                cancelRunning(deadline);
                return new WorkResult(deadline, failed, true);
            }
            now = next.end();
            if (next.failure() == null) {
                finish(next);
                unfinished.remove(next.work().logicalId());
            } else {
                fail(next);
                if (next.work().kind() != AwsOperation.Kind.DELETE) {
                    cancelRunning(now);
                    return new WorkResult(now, failed, false);
                }
            }
        }
    }

    private void startReady(List<Work> waiting, Set<String> unfinished, Instant now) {
        for (Iterator<Work> works = waiting.iterator(); works.hasNext(); ) {
            Work work = works.next();
            if (work.after().stream().noneMatch(unfinished::contains)) {
                works.remove();
                running.add(start(work, now));
            }
        }
    }

    private Running start(Work work, Instant now) {
        Instant end = shop.end(work, now);
        String failure = shop.failure(stack, work, rollingBack).orElse(null);
        String id = work.makesNew() && failure == null ? AwsIds.physical(stack, work.goal()) : work.physicalId();
        if (work.kind() != AwsOperation.Kind.DELETE || !work.physicalId().isEmpty()) {
            event(now, work, work.physicalId(), work.kind() + "_IN_PROGRESS", firstWords(work), null);
        }
        Instant seen = now.plus(Duration.between(now, end).dividedBy(2));
        return new Running(work, end, seen, id, failure);
    }

    private static String firstWords(Work work) {
        return work.replacement()
                ? "Requested update requires the creation of a new physical resource; hence creating one."
                : null;
    }

    private void finish(Running done) {
        Work work = done.work();
        initiated(done);
        event(done.end(), work, done.physicalId(), work.kind() + "_COMPLETE", null, work.goal());
    }

    private void initiated(Running task) {
        if (task.work().makesNew()) {
            // From here on there is something to delete, whatever becomes of it.
            ResourceTarget target = task.work().goal();
            event(
                    task.seen(),
                    task.work(),
                    task.physicalId(),
                    task.work().kind() + "_IN_PROGRESS",
                    "Resource creation Initiated",
                    target);
        }
    }

    private void fail(Running task) {
        Work work = task.work();
        failed.add(work.logicalId());
        event(task.end(), work, task.physicalId(), work.kind() + "_FAILED", task.failure(), null);
    }

    private void cancelRunning(Instant at) {
        running.stream().sorted(Comparator.comparing(Running::end)).forEach(task -> {
            Work work = task.work();
            boolean begun =
                    task.failure() == null && work.makesNew() && !task.seen().isAfter(at);
            if (begun) {
                initiated(task);
            }
            failed.add(work.logicalId());
            String id = begun ? task.physicalId() : work.physicalId();
            event(at, work, id, work.kind() + "_FAILED", cancelled(work.kind()), null);
        });
        running.clear();
    }

    static String cancelled(AwsOperation.Kind kind) {
        return "Resource "
                + (kind == AwsOperation.Kind.CREATE ? "creation" : kind.name().toLowerCase(Locale.ROOT)) + " cancelled";
    }

    private void event(Instant at, Work work, String physicalId, String status, String reason, ResourceTarget target) {
        course.resource(at, work.logicalId(), physicalId, work.type(), status, reason, target);
    }
}
