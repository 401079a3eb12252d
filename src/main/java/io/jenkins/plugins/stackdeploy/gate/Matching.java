package io.jenkins.plugins.stackdeploy.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Seats people at places that they fit, one each, so that as many places as possible are filled.
 *
 * <p>Taking the first place that fits would let somebody who fits two rules use up the place of the only rule that another
 * approver fits, and the gate would wait for ever. Augmenting paths (Kuhn's algorithm) reseat people instead.
 */
final class Matching {
    static final int EMPTY = -1;

    private final List<? extends Collection<Integer>> people;
    private final int[] holders;

    private Matching(int places, List<? extends Collection<Integer>> people) {
        this.people = people;
        this.holders = new int[places];
        Arrays.fill(holders, EMPTY);
    }

    /**
     * Seats people.
     *
     * @param places how many places there are
     * @param people for each person the indexes of the places that the person fits
     * @return for each place the index of the person in it, or {@link #EMPTY}
     */
    static int[] of(int places, List<? extends Collection<Integer>> people) {
        Matching matching = new Matching(places, people);
        for (int person = 0; person < people.size(); person++) {
            matching.seat(person, new boolean[places]);
        }
        return matching.holders;
    }

    /** How many places are filled. */
    static int filled(int[] holders) {
        return (int) Arrays.stream(holders).filter(person -> person != EMPTY).count();
    }

    private boolean seat(int person, boolean[] tried) {
        for (int place : people.get(person)) {
            if (!tried[place]) {
                tried[place] = true;
                if (holders[place] == EMPTY || seat(holders[place], tried)) {
                    holders[place] = person;
                    return true;
                }
            }
        }
        return false;
    }
}
