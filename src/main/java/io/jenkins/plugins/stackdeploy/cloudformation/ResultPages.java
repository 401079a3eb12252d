package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page of an operation's results to read next. Every other time it is a page on which something is under way, since
 * that is where something is about to end; in between one page after the other, since anything may begin anywhere. A page
 * whose results are all final is not read again while the operation goes on.
 */
final class ResultPages {
    private static final class Known {
        /** What the page is asked for with; null for the first one. */
        private final String token;

        private boolean over;
        private boolean active;

        private Known(String token) {
            this.token = token;
        }
    }

    private final List<Known> pages = new ArrayList<>();
    private int inTurn;
    private int lastActive;
    private int next;
    private boolean prefersActive;

    ResultPages() {
        reset();
    }

    /** Begins again at the first page, for when a token is not taken any longer. */
    void reset() {
        pages.clear();
        pages.add(new Known(null));
        inTurn = 0;
        lastActive = 0;
        next = 0;
        prefersActive = false;
    }

    /** What to ask for the next page with; null for the first page. */
    String token() {
        return pages.get(next).token;
    }

    /**
     * The next page was read.
     *
     * @param nextToken what the page after it is asked for with; null when there is none
     * @param isFinal whether all results on it are final
     * @param isActive whether something on it is under way
     */
    void read(String nextToken, boolean isFinal, boolean isActive) {
        Known page = pages.get(next);
        // The last page may grow.
        page.over = isFinal && nextToken != null;
        page.active = isActive;
        if (nextToken != null && next == pages.size() - 1) {
            pages.add(new Known(nextToken));
        }
        prefersActive = !prefersActive;
        if (prefersActive && pages.stream().anyMatch(known -> known.active)) {
            lastActive = after(lastActive, true);
            next = lastActive;
        } else {
            inTurn = after(inTurn, false);
            next = inTurn;
        }
    }

    /** The next page after one that is not over, or that is active; the same one when there is no other. */
    private int after(int from, boolean active) {
        int page = from;
        do {
            page = (page + 1) % pages.size();
        } while (page != from && (active ? !pages.get(page).active : pages.get(page).over));
        return page;
    }
}
