package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;

/**
 * What a {@link CallBudget} was like at a moment.
 *
 * @param api the API action that it is for, or {@code reads} and {@code writes} where a cloud limits them together
 * @param limit how many calls a minute the cloud allows, at least 1
 * @param rate how many calls a minute are granted steadily: four fifths of the limit, less after throttling
 * @param calls how many calls have been made since Jenkins started, or since nobody had used the budget for an hour
 * @param throttles how many of them the cloud throttled
 * @param lastThrottled when it last throttled one; null when never
 * @param throttledSince since when the rate has been less than the full one; null when it is full
 */
public record BudgetSnapshot(
        String api,
        int limit,
        double rate,
        long calls,
        long throttles,
        Instant lastThrottled,
        Instant throttledSince) {}
