package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on the page, in the service's order; may be empty even when pages follow
 * @param nextToken what to ask for the next page with; null on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, String nextToken) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
        nextToken = nextToken == null || nextToken.isEmpty() ? null : nextToken;
    }
}
