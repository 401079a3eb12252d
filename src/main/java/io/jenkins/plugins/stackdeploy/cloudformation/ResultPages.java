package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page of an operation's results to read next: one after the other, and over again those that may still change. A
 * page whose results are all final is not read again while the operation goes on.
 */
final class ResultPages {
    /** What each known page is asked for with; the first one with nothing. */
    private final List<String> tokens = new ArrayList<>();

    private final List<Boolean> over = new ArrayList<>();
    private int next;

    ResultPages() {
        reset();
    }

    /** Begins again at the first page, for when a token is not taken any longer. */
    void reset() {
        tokens.clear();
        over.clear();
        tokens.add(null);
        over.add(false);
        next = 0;
    }

    /** What to ask for the next page with; null for the first page. */
    String token() {
        return tokens.get(next);
    }

    /**
     * The next page was read.
     *
     * @param nextToken what the page after it is asked for with; null when there is none
     * @param isFinal whether all results on it are final
     */
    void read(String nextToken, boolean isFinal) {
        // The last page may grow.
        over.set(next, isFinal && nextToken != null);
        if (nextToken != null && next == tokens.size() - 1) {
            tokens.add(nextToken);
            over.add(false);
        }
        int pages = tokens.size();
        int from = next;
        do {
            next = (next + 1) % pages;
        } while (over.get(next) && next != from);
    }
}
