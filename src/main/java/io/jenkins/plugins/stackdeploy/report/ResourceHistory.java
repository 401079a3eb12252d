package io.jenkins.plugins.stackdeploy.report;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to one resource, gathered from its events. */
final class ResourceHistory {
    /** More than a resource goes through in one operation: created, failed, deleted, and retried by the service. */
    private static final int MOST_SPANS = 20;

    private final String path;
    private final List<ResourceView.Span> spans = new ArrayList<>();
    private Entry.Resource last;
    private String failure = "";

    ResourceHistory(String path) {
        this.path = path;
    }

    /** Takes in an event. One that a crash made to be told twice changes nothing. */
    void add(Entry.Resource event) {
        if (event.equals(last)) {
            return;
        }
        Tone tone = Tone.of(event.status());
        if (tone == Tone.FAILED && failure.isEmpty()) {
            failure = orEmpty(event.reason());
        }
        boolean open = !spans.isEmpty() && spans.get(spans.size() - 1).to() == null;
        Instant from = open ? spans.get(spans.size() - 1).from() : event.time();
        boolean goesOn = tone == Tone.RUNNING || tone == Tone.WAITING;
        if (open && goesOn && !event.status().equals(last.status())) {
            // What went on before has ended without saying so.
            close(last.status(), Tone.of(last.status()), event.time());
            open = false;
            from = event.time();
        }
        ResourceView.Span span = new ResourceView.Span(event.status(), tone, from, goesOn ? null : event.time());
        if (open) {
            spans.set(spans.size() - 1, span);
        } else if (spans.size() < MOST_SPANS) {
            spans.add(span);
        }
        last = event;
    }

    private void close(String status, Tone tone, Instant to) {
        ResourceView.Span running = spans.get(spans.size() - 1);
        spans.set(spans.size() - 1, new ResourceView.Span(status, tone, running.from(), to));
    }

    /**
     * What a page shows. Its reason is that of its failure, also when a rollback has gone on since; where all is well, clouds
     * give reasons that say nothing, such as "state changed".
     *
     * @param deletingUndoes whether a resource that was deleted is one that had been created before
     */
    ResourceView view(boolean deletingUndoes) {
        Tone tone = tone(last.status(), deletingUndoes);
        boolean well = tone != Tone.FAILED && tone != Tone.WAITING;
        String reason = failure.isEmpty() && !well ? orEmpty(last.reason()) : failure;
        List<ResourceView.Span> toned = spans.stream()
                .map(span -> new ResourceView.Span(
                        span.status(), tone(span.status(), deletingUndoes), span.from(), span.to()))
                .toList();
        return new ResourceView(path, orEmpty(last.type()), last.status(), tone, reason, toned);
    }

    private static Tone tone(String status, boolean deletingUndoes) {
        return deletingUndoes && status.equals("DELETE_COMPLETE") ? Tone.UNDONE : Tone.of(status);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
