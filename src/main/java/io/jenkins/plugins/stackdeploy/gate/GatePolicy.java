package io.jenkins.plugins.stackdeploy.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who may decide, how many must agree and what they must say.
 *
 * @param rules at least one; all must be met, each by other people
 * @param allowRequester whether those who started the run may decide
 * @param allowAdministrators whether administrators may decide where no rule names them; like anybody they fill one place
 * @param commentRequired whether a decision needs a comment
 * @param checklist what approvers must tick
 * @param parameters what approvers fill in
 */
public record GatePolicy(
        List<GateRule> rules,
        boolean allowRequester,
        boolean allowAdministrators,
        boolean commentRequired,
        List<String> checklist,
        List<GateParameter> parameters) {
    /** Keeps copies of the lists. */
    public GatePolicy {
        rules = List.copyOf(rules);
        checklist = List.copyOf(checklist);
        parameters = List.copyOf(parameters);
    }

    /** A policy of rules alone. */
    public static GatePolicy of(GateRule... rules) {
        return new GatePolicy(List.of(rules), false, false, false, List.of(), List.of());
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            places.addAll(rules.get(i).places(i));
        }
        return places;
    }

    /** The places that somebody fits, as indexes into {@link #places}. */
    List<Integer> fitting(Approver person, Identities identities) {
        List<Place> places = places();
        boolean anywhere = allowAdministrators && person.administrator();
        return IntStream.range(0, places.size())
                .filter(i -> anywhere || places.get(i).fits(person, identities))
                .boxed()
                .toList();
    }

    /**
     * Whether somebody may decide at all, whatever was decided so far.
     *
     * @param person as known now
     * @param requesters ids of those who started the run
     * @throws RefusedException when not
     */
    void check(Approver person, List<String> requesters, Identities identities) throws RefusedException {
        if (person.anonymous()) {
            throw new RefusedException(Refusal.ANONYMOUS, Messages.Refused_anonymous());
        }
        if (!person.permitted()) {
            throw new RefusedException(Refusal.NOT_PERMITTED, Messages.Refused_notPermitted());
        }
        if (!allowRequester && person.isAmong(requesters, identities)) {
            throw new RefusedException(Refusal.REQUESTER, Messages.Refused_requester());
        }
        if (fitting(person, identities).isEmpty()) {
            throw new RefusedException(Refusal.NOT_NAMED, Messages.Refused_notNamed());
        }
    }

    /**
     * Whether enough people can exist. Members of groups are not counted: there may be any number of them.
     *
     * @param excluded ids of users who may not approve
     * @return false when more approvals of named users are needed than there are such users
     */
    public boolean canBeMet(List<String> excluded, Identities identities) {
        List<Place> places =
                places().stream().filter(place -> !place.isOpenEnded()).toList();
        Map<String, List<Integer>> people = new LinkedHashMap<>();
        new TreeSet<>(places.stream().flatMap(place -> place.users().stream()).toList())
                .stream()
                        .filter(user -> excluded.stream().noneMatch(each -> identities.sameUser(each, user)))
                        .filter(user -> people.keySet().stream().noneMatch(each -> identities.sameUser(each, user)))
                        .forEach(user -> people.put(user, fittingUser(user, places, identities)));
        return Matching.filled(Matching.of(places.size(), List.copyOf(people.values()))) == places.size();
    }

    private static List<Integer> fittingUser(String user, List<Place> places, Identities identities) {
        Approver person = new Approver(user, user, List.of(), false, true);
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).fits(person, identities))
                .boxed()
                .toList();
    }
}
