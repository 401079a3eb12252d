package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The results of an operation as far as they are known. What the service lists lags behind, and may go back. */
final class OperationResults {
    private final Map<Place, Result> latest = new LinkedHashMap<>();

    /**
     * Takes in a result.
     *
     * @return whether it tells something new; one that was known to be final stays so
     */
    boolean take(Result result) {
        Result before = latest.get(result.place());
        if (before != null && (before.equals(result) || (before.isEnd() && !result.isEnd()))) {
            return false;
        }
        latest.put(result.place(), result);
        return true;
    }

    /** All of them, in the order in which they were first seen. */
    Collection<Result> all() {
        return latest.values();
    }

    int count(Predicate<Result> which) {
        return (int) latest.values().stream().filter(which).count();
    }

    /** How a region is doing. */
    static final class Tally {
        int known;
        int done;
        int failed;
        int cancelled;

        /** The numbers, for people; without a total when it is 0. */
        String words(int total) {
            String text = Messages.Watch_doneOf(Amounts.text(done), Amounts.text(Math.max(known, total)));
            text = failed > 0 ? Messages.Watch_withFailed(text, Amounts.text(failed)) : text;
            return cancelled > 0 ? Messages.Watch_withCancelled(text, Amounts.text(cancelled)) : text;
        }

        private void add(Result result) {
            known++;
            done += result.isEnd() ? 1 : 0;
            failed += result.isFailure() ? 1 : 0;
            cancelled += result.isCancelled() ? 1 : 0;
        }
    }

    /** How it goes in each region. */
    Map<String, Tally> byRegion() {
        Map<String, Tally> tallies = new TreeMap<>();
        latest.values().forEach(result -> tallies.computeIfAbsent(result.place().region(), region -> new Tally())
                .add(result));
        return tallies;
    }

    /** How it goes in all of them. */
    Tally total() {
        Tally tally = new Tally();
        latest.values().forEach(tally::add);
        return tally;
    }
}
