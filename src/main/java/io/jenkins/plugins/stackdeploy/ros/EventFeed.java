package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the events of one operation, each once, in the order of time.
 *
 * <pre>
 *   page 1 (newest)  ...  | shown before ... | first event of this operation | earlier operations
 *                         ^ latest - overlap ^ reading stops here after a restart
 * </pre>
 *
 * The API has no "since": pages are read until they reach what is known. Their order is documented nowhere; pages that
 * turn out to begin with the oldest are all read.
 */
final class EventFeed {
    /** Events of this last while may still be joined by others that happened before them. */
    private static final Duration OVERLAP = Duration.ofSeconds(3);

    private final RosClient client;
    private final EventCursor cursor;
    private final String stackId;
    private final String stackName;
    /** How an operation begins that somebody begins on a stack at rest. A deletion is left out: it undoes this one. */
    private static final Set<RosStatus> BEGINNINGS = EnumSet.of(
            RosStatus.CREATE_IN_PROGRESS,
            RosStatus.UPDATE_IN_PROGRESS,
            RosStatus.CHECK_IN_PROGRESS,
            RosStatus.IMPORT_CREATE_IN_PROGRESS,
            RosStatus.IMPORT_UPDATE_IN_PROGRESS);

    private final Map<String, RosEvent> latest = new LinkedHashMap<>();
    private boolean complete;
    /** When the operation began, by its first event; null before any was read. */
    private Instant begun;

    private String overtaken;

    /**
     * A feed.
     *
     * @param client reads
     * @param cursor what was shown; changed by reading
     * @param stackId the stack
     * @param stackName its name
     */
    EventFeed(RosClient client, EventCursor cursor, String stackId, String stackName) {
        this.client = client;
        this.cursor = cursor;
        this.stackId = stackId;
        this.stackName = stackName;
    }

    /**
     * Reads what has come since.
     *
     * @param priority what it is read for
     * @return new events, the earliest first; empty when the operation is not known to have begun
     * @throws CloudException when a call failed; then nothing counts as shown
     */
    List<RosEvent> read(Priority priority) throws CloudException {
        return read(priority, false);
    }

    /**
     * Reads what has come since, after the operation ended: then the last beginning is its own, even if the service's
     * clocks disagree.
     *
     * @return new events, the earliest first
     * @throws CloudException when a call failed; then nothing counts as shown
     */
    List<RosEvent> readLast() throws CloudException {
        return read(Priority.STATUS, true);
    }

    /**
     * Reads whatever happened from a moment on, of any operation, without counting it as shown.
     *
     * @param moment from when
     * @return events, the earliest first
     * @throws CloudException when a call failed
     */
    List<RosEvent> since(Instant moment) throws CloudException {
        return sorted(fetch(moment, Priority.STATUS)).stream()
                .filter(event -> !event.at().isBefore(moment))
                .toList();
    }

    private List<RosEvent> read(Priority priority, boolean ended) throws CloudException {
        if (ended && !cursor.begun()) {
            cursor.since = null;
        }
        List<RosEvent> events = sorted(fetch(enough(), priority));
        int first = first(events);
        if (first < 0) {
            return List.of();
        }
        List<RosEvent> own = events.subList(first, next(events, first));
        own.forEach(event -> latest.put(event.logicalId(), event));
        if (!complete && !own.isEmpty()) {
            begun = own.get(0).at();
        }
        complete = true;
        List<RosEvent> fresh = own.stream().filter(this::isNew).toList();
        fresh.forEach(this::show);
        return fresh;
    }

    /** Whether the operation is known to have begun and to have come to an end, so that the status is its own. */
    boolean ended() {
        return cursor.firstId != null
                && own().filter(event -> !event.isInProgress()).isPresent();
    }

    /** The latest event of the stack itself in this operation; empty before one was seen. */
    Optional<RosEvent> own() {
        return latest.values().stream()
                .filter(event -> event.isAbout(stackId, stackName))
                .findFirst();
    }

    /** The status that this operation ended with, when somebody has begun another since; what the stack shows is theirs. */
    Optional<String> overtaken() {
        return Optional.ofNullable(overtaken);
    }

    /** How long the operation took, by its own events; empty when they do not tell its end. */
    Optional<Duration> took() {
        return own().filter(event -> !event.isInProgress())
                .map(event -> Duration.between(begun, event.at()))
                .filter(took -> !took.isNegative());
    }

    /** The latest event of every resource of this operation, by logical id, the stack itself included. */
    Map<String, RosEvent> latest() {
        return Collections.unmodifiableMap(latest);
    }

    private List<RosEvent> fetch(Instant enough, Priority priority) throws CloudException {
        List<RosEvent> all = new ArrayList<>();
        boolean newestFirst = true;
        List<RosEvent> page;
        int number = 0;
        do {
            page = client.events(stackId, ++number, priority);
            all.addAll(page);
            if (page.size() > 1) {
                newestFirst =
                        !page.get(0).at().isBefore(page.get(page.size() - 1).at());
            }
        } while (RosClient.mayFollow(page.size(), number)
                && !(newestFirst && page.get(page.size() - 1).at().isBefore(enough)));
        if (newestFirst) {
            Collections.reverse(all);
        }
        return all;
    }

    /** Pages older than this tell nothing new. */
    private Instant enough() {
        if (complete && cursor.latest != null) {
            return cursor.latest.minus(OVERLAP);
        }
        if (cursor.firstTime != null) {
            return cursor.firstTime;
        }
        return cursor.firstStatus == null || cursor.since == null ? Instant.MIN : cursor.since;
    }

    private static List<RosEvent> sorted(List<RosEvent> events) {
        Map<String, RosEvent> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.id(), event));
        List<RosEvent> sorted = new ArrayList<>(distinct.values());
        sorted.sort(Comparator.comparing(RosEvent::at));
        return sorted;
    }

    /** Where this operation begins in the list, or -1 when it has not begun. */
    private int first(List<RosEvent> events) {
        if (cursor.firstStatus == null) {
            return 0;
        }
        if (cursor.firstId != null) {
            List<String> ids = events.stream().map(RosEvent::id).toList();
            // The pages read may not reach back to the beginning; then all that they hold is of this operation.
            return Math.max(0, ids.indexOf(cursor.firstId));
        }
        int first = beginning(events);
        if (first >= 0) {
            cursor.firstId = events.get(first).id();
            cursor.firstTime = events.get(first).at();
        }
        return first;
    }

    /** The first beginning that this operation's can be; the last one when it is not known since when. */
    private int beginning(List<RosEvent> events) {
        int beginning = -1;
        for (int index = 0; index < events.size(); index++) {
            if (begins(events.get(index))) {
                beginning = index;
                if (cursor.since != null && !wasOver(events, index)) {
                    break;
                }
            }
        }
        return beginning;
    }

    /** Whether an operation was over when the stack was seen at rest: it began in the same second, before this one. */
    private boolean wasOver(List<RosEvent> events, int beginning) {
        return events.subList(beginning + 1, events.size()).stream()
                .filter(event -> event.isAbout(stackId, stackName) && !event.isInProgress())
                .findFirst()
                .filter(end -> !end.at().isAfter(cursor.since))
                .isPresent();
    }

    /** Where somebody's next operation begins, after this one has ended; the end of the list when there is none. */
    private int next(List<RosEvent> events, int first) {
        String ended = null;
        for (int index = first; index < events.size(); index++) {
            RosEvent event = events.get(index);
            RosStatus status = RosStatus.of(event.status()).orElse(null);
            if (status == null || !event.isAbout(stackId, stackName)) {
                continue;
            }
            if (ended != null && BEGINNINGS.contains(status)) {
                overtaken = ended;
                return index;
            }
            ended = status.phase() == RosStatus.Phase.RUNNING ? null : status.name();
        }
        return events.size();
    }

    private boolean begins(RosEvent event) {
        return event.isAbout(stackId, stackName)
                && event.status().equals(cursor.firstStatus)
                && (cursor.since == null || !event.at().isBefore(cursor.since));
    }

    private boolean isNew(RosEvent event) {
        return !cursor.shown.containsKey(event.id())
                && (cursor.latest == null || !event.at().isBefore(cursor.latest.minus(OVERLAP)));
    }

    private void show(RosEvent event) {
        Instant time = event.at();
        cursor.shown.put(event.id(), time);
        if (cursor.latest == null || time.isAfter(cursor.latest)) {
            cursor.latest = time;
            Instant old = time.minus(OVERLAP);
            cursor.shown.values().removeIf(shown -> shown.isBefore(old));
        }
    }
}
