package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.InstanceGroup;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happens to each instance of a stack set, by change and region. Asks nobody. */
final class InstanceGroups {
    /** A plan is read by people and kept with the build: of more accounts it has the digest. */
    private static final int MOST_LISTED = 2_000;

    private final Targeting targeting;
    private final StackSetDifference difference;
    private final Map<Key, Members> groups;

    private record Key(InstanceChange change, String region) {}

    private record Members(Set<String> accounts, Set<String> units) {}

    private InstanceGroups(Targeting targeting, StackSetDifference difference) {
        this.targeting = targeting;
        this.difference = difference;
        List<String> regions = targeting.regions();
        this.groups = new TreeMap<>(Comparator.comparing(Key::change)
                .thenComparingInt(key -> regions.contains(key.region) ? regions.indexOf(key.region) : regions.size())
                .thenComparing(Key::region));
    }

    /**
     * Groups them.
     *
     * @param decision what is done
     * @param targeting which instances are meant
     * @param all the instances that there are
     * @return groups in the order of changes, then of the regions as they are named
     */
    static List<InstanceGroup> of(Decision decision, Targeting targeting, Collection<Instance> all) {
        InstanceGroups groups = new InstanceGroups(targeting, decision.difference());
        decision.calls().operations().stream()
                .filter(planned -> planned.kind == Kind.CREATE_INSTANCES)
                .forEach(planned -> groups.create(planned.block));
        all.forEach(instance -> groups.members(
                        groups.change(instance), instance.place().region())
                .accounts
                .add(instance.place().account()));
        return groups.list();
    }

    /** Of units only the service knows the accounts, unless they are narrowed to some. */
    private void create(Block block) {
        boolean known = block.units().isEmpty() || block.filter() == AccountFilter.INTERSECTION;
        for (String region : block.regions()) {
            Members members = members(InstanceChange.CREATE, region);
            (known ? members.accounts : members.units).addAll(known ? block.accounts() : block.units());
        }
    }

    private InstanceChange change(Instance instance) {
        if (!instance.isUpdatable()) {
            return InstanceChange.INOPERABLE;
        }
        if (targeting.covers(instance)) {
            return difference.isAny() || !instance.isCurrent() ? InstanceChange.UPDATE : InstanceChange.UNCHANGED;
        }
        return difference.outdates() || instance.isOutdated() ? InstanceChange.OUTDATED : InstanceChange.UNCHANGED;
    }

    private Members members(InstanceChange change, String region) {
        return groups.computeIfAbsent(new Key(change, region), key -> new Members(new TreeSet<>(), new TreeSet<>()));
    }

    private List<InstanceGroup> list() {
        List<InstanceGroup> list = new ArrayList<>();
        int left = MOST_LISTED;
        for (Map.Entry<Key, Members> group : groups.entrySet()) {
            Members members = group.getValue();
            List<String> listed = members.accounts.stream().limit(left).toList();
            left -= listed.size();
            list.add(new InstanceGroup(
                    group.getKey().change,
                    group.getKey().region,
                    members.accounts.size(),
                    listed,
                    List.copyOf(members.units),
                    PlanTemplate.sha256(members.toString())));
        }
        return list;
    }
}
