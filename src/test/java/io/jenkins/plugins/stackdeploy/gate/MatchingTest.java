package io.jenkins.plugins.stackdeploy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int RULES = 6;
    private static final int PEOPLE = 8;

    @Test
    void somebodyWhoFitsTwoPlacesMakesRoom() {
        int[] holders = Matching.of(2, List.of(List.of(0, 1), List.of(0)));

        assertThat(holders).containsExactly(1, 0);
    }

    @Property(tries = 2000)
    void fillsAsManyPlacesAsTryingEverythingDoes(@ForAll("crowds") Crowd crowd) {
        int[] holders = Matching.of(crowd.places, crowd.people);

        assertThat(Matching.filled(holders)).isEqualTo(best(crowd, 0, new HashSet<>()));
        List<Integer> seated = Arrays.stream(holders)
                .filter(person -> person != Matching.EMPTY)
                .boxed()
                .toList();
        assertThat(seated).doesNotHaveDuplicates();
        for (int place = 0; place < holders.length; place++) {
            if (holders[place] != Matching.EMPTY) {
                assertThat(crowd.people.get(holders[place])).contains(place);
            }
        }
    }

    /** Rules with users, groups and counts, and random people: met when some choice of people meets every rule. */
    @Property(tries = 1000)
    void rulesAreMetExactlyWhenTryingEverythingMeetsThem(
            @ForAll("rules") List<GateRule> rules, @ForAll("approvers") List<Approver> approvers) {
        GatePolicy policy = GatePolicy.of(rules.toArray(GateRule[]::new));
        List<List<Integer>> fitting = approvers.stream()
                .map(person -> policy.fitting(person, Identities.IGNORING_CASE))
                .toList();
        int places = policy.places().size();

        boolean met = Matching.filled(Matching.of(places, fitting)) == places;

        assertThat(met).isEqualTo(meets(rules, approvers, 0, new HashSet<>()));
    }

    /** Tries every choice of people for one rule after the other, by the rule's own words and without its places. */
    private static boolean meets(List<GateRule> rules, List<Approver> people, int rule, Set<Integer> used) {
        if (rule == rules.size()) {
            return true;
        }
        GateRule current = rules.get(rule);
        int subsets = 1 << people.size();
        for (int chosen = 0; chosen < subsets; chosen++) {
            if (Integer.bitCount(chosen) == current.needed()
                    && isFree(chosen, used)
                    && suits(current, people, chosen)) {
                Set<Integer> more = new HashSet<>(used);
                members(chosen).forEach(more::add);
                if (meets(rules, people, rule + 1, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFree(int chosen, Set<Integer> used) {
        return members(chosen).stream().noneMatch(used::contains);
    }

    private static List<Integer> members(int chosen) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < Integer.SIZE; i++) {
            if ((chosen >> i & 1) == 1) {
                members.add(i);
            }
        }
        return members;
    }

    private static boolean suits(GateRule rule, List<Approver> people, int chosen) {
        List<Approver> members = members(chosen).stream().map(people::get).toList();
        if (!rule.all()) {
            return members.stream().allMatch(person -> isNamed(rule, person));
        }
        return permutations(members).stream().anyMatch(order -> suitsInThisOrder(rule, order));
    }

    /** The named users first, and then one member of each group. */
    private static boolean suitsInThisOrder(GateRule rule, List<Approver> order) {
        int users = rule.users().size();
        for (int i = 0; i < order.size(); i++) {
            boolean suits = i < users
                    ? order.get(i).id().equals(rule.users().get(i))
                    : order.get(i).groups().contains(rule.groups().get(i - users));
            if (!suits) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Approver>> permutations(List<Approver> people) {
        if (people.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Approver>> all = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            List<Approver> rest = new ArrayList<>(people);
            Approver first = rest.remove(i);
            for (List<Approver> tail : permutations(rest)) {
                List<Approver> whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }

    private static boolean isNamed(GateRule rule, Approver person) {
        return rule.isForEverybody()
                || rule.users().contains(person.id())
                || person.groups().stream().anyMatch(rule.groups()::contains);
    }

    private static int best(Crowd crowd, int person, Set<Integer> taken) {
        if (person == crowd.people.size()) {
            return 0;
        }
        int best = best(crowd, person + 1, taken);
        for (int place : crowd.people.get(person)) {
            if (taken.add(place)) {
                best = Math.max(best, 1 + best(crowd, person + 1, taken));
                taken.remove(place);
            }
        }
        return best;
    }

    /** Places and, for each person, those that the person fits. */
    record Crowd(int places, List<? extends Collection<Integer>> people) {}

    @Provide
    Arbitrary<Crowd> crowds() {
        return Arbitraries.integers().between(1, RULES).flatMap(places -> Arbitraries.integers()
                .between(0, places - 1)
                .set()
                .ofMaxSize(places)
                .list()
                .ofMaxSize(PEOPLE)
                .map(people -> new Crowd(places, people)));
    }

    @Provide
    Arbitrary<List<GateRule>> rules() {
        Arbitrary<List<String>> users = Arbitraries.of("u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7")
                .list()
                .uniqueElements()
                .ofMaxSize(2);
        Arbitrary<List<String>> groups =
                Arbitraries.of("ops", "sec", "dev").list().uniqueElements().ofMaxSize(2);
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 2);
        return users.flatMap(
                        named -> groups.flatMap(in -> counts.map(count -> count == 0 && named.size() + in.size() > 0
                                ? GateRule.all(named, in)
                                : GateRule.some(Math.max(1, count), named, in))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(RULES);
    }

    @Provide
    Arbitrary<List<Approver>> approvers() {
        Arbitrary<List<String>> groups =
                Arbitraries.of("ops", "sec", "dev").list().uniqueElements().ofMaxSize(2);
        return groups.list().ofMaxSize(PEOPLE).map(all -> {
            List<Approver> people = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                people.add(new Approver("u" + i, "User " + i, all.get(i), false, true));
            }
            return people;
        });
    }
}
