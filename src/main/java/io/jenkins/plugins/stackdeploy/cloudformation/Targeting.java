package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which instances a request is about, and which of them there are not yet.
 *
 * <p>Accounts are known by their ids. What accounts an organizational unit has only CloudFormation knows: an instance tells
 * which unit it was asked for by, so that a unit counts as missing in a region where no instance was asked for by it. That
 * an account has joined a unit since cannot be seen from here.
 */
final class Targeting {
    private final DeploymentTargets targets;
    private final List<String> regions;

    /**
     * The targets of a request.
     *
     * @param targets the accounts; null for every instance that there is
     * @param regions the regions, in order; empty when targets is null
     */
    Targeting(DeploymentTargets targets, List<String> regions) {
        this.targets = targets;
        this.regions = List.copyOf(regions);
    }

    /** The targets of a request to deploy. */
    static Targeting of(StackSetDeployRequest request) {
        return new Targeting(request.targets(), request.regions());
    }

    /** The regions that are named, in order. */
    List<String> regions() {
        return regions;
    }

    /** Whether no targets were named. */
    boolean isEverything() {
        return targets == null;
    }

    /** Whether organizational units are named. */
    boolean isByUnits() {
        return targets != null && !targets.organizationalUnits().isEmpty();
    }

    /** Whether an account is named by its id. */
    boolean names(String account) {
        return targets != null
                && filter() != AccountFilter.DIFFERENCE
                && targets.accounts().contains(account);
    }

    private AccountFilter filter() {
        if (targets.accounts().isEmpty() || targets.organizationalUnits().isEmpty()) {
            return AccountFilter.NONE;
        }
        // Source: CloudFormation API, DeploymentTargets: UNION is the default when both are given.
        return targets.accountFilter() == null ? AccountFilter.UNION : targets.accountFilter();
    }

    /** The instances that the request is about. */
    List<Instance> covered(Collection<Instance> instances) {
        return instances.stream().filter(this::covers).toList();
    }

    boolean covers(Instance instance) {
        if (isEverything()) {
            return true;
        }
        if (!regions.contains(instance.place().region())) {
            return false;
        }
        boolean account = targets.accounts().contains(instance.place().account());
        boolean unit = targets.organizationalUnits().contains(instance.unit());
        if (!isByUnits()) {
            return account;
        }
        return switch (filter()) {
            case NONE -> unit;
            case INTERSECTION -> unit && account;
            case DIFFERENCE -> unit && !account;
            case UNION -> unit || account;
        };
    }

    /** All that is named, as one block; not for {@link #isEverything()}. */
    Block whole() {
        return new Block(
                targets.accounts(),
                targets.organizationalUnits(),
                isByUnits() ? targets.accountFilter() : null,
                regions);
    }

    /**
     * What is named and has no instance.
     *
     * @param instances all instances of the stack set
     * @return blocks to create
     */
    List<Block> missing(Collection<Instance> instances) {
        if (isEverything()) {
            return List.of();
        }
        boolean accounts = !isByUnits() || filter() == AccountFilter.INTERSECTION;
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        regions.forEach(region ->
                wanted.put(region, new LinkedHashSet<>(accounts ? targets.accounts() : targets.organizationalUnits())));
        for (Instance instance : instances) {
            Set<String> left = wanted.get(instance.place().region());
            if (left != null) {
                left.remove(accounts ? instance.place().account() : instance.unit());
            }
        }
        return Block.split(wanted, accounts ? this::accountsOf : this::unitsOf);
    }

    private Block accountsOf(List<String> accounts, List<String> in) {
        return new Block(accounts, targets.organizationalUnits(), isByUnits() ? AccountFilter.INTERSECTION : null, in);
    }

    private Block unitsOf(List<String> units, List<String> in) {
        return new Block(targets.accounts(), units, targets.accountFilter(), in);
    }

    /**
     * What names the covered instances in an update: units as they were named where that is enough, else every account.
     *
     * @param covered instances that the request is about, which operations can bring up to date
     * @return blocks, in the order of the regions
     */
    List<Block> toUpdate(Collection<Instance> covered) {
        if (!isByUnits() || filter() != AccountFilter.NONE) {
            return exactly(covered);
        }
        Map<String, Set<String>> units = byRegion(covered);
        covered.forEach(instance -> units.get(instance.place().region()).add(instance.unit()));
        return Block.split(units, (some, in) -> new Block(List.of(), some, targets.accountFilter(), in));
    }

    /**
     * Blocks of some instances and of no other: of a stack set that units deploy, its units narrowed to the accounts.
     *
     * @param some instances
     * @return blocks, in the order of the regions
     */
    List<Block> exactly(Collection<Instance> some) {
        Map<String, Set<String>> accounts = byRegion(some);
        some.forEach(instance ->
                accounts.get(instance.place().region()).add(instance.place().account()));
        return Block.split(accounts, (who, in) -> {
            Set<String> units = some.stream()
                    .filter(instance -> who.contains(instance.place().account()))
                    .map(Instance::unit)
                    .filter(unit -> !unit.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Block(who, List.copyOf(units), units.isEmpty() ? null : AccountFilter.INTERSECTION, in);
        });
    }

    /**
     * What names all instances when they are to be deleted: units where instances were asked for by units, since an account
     * may have left its unit, else accounts.
     *
     * @param all all instances of the stack set
     * @return blocks, in the order in which the regions were listed
     */
    static List<Block> toDelete(Collection<Instance> all) {
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        Map<String, Set<String>> units = new LinkedHashMap<>();
        for (Instance instance : all) {
            boolean alone = instance.unit().isEmpty();
            (alone ? accounts : units)
                    .computeIfAbsent(instance.place().region(), region -> new LinkedHashSet<>())
                    .add(alone ? instance.place().account() : instance.unit());
        }
        List<Block> blocks = new ArrayList<>(Block.split(accounts, Block::ofAccounts));
        blocks.addAll(Block.split(units, (some, in) -> new Block(List.of(), some, null, in)));
        return blocks;
    }

    private Map<String, Set<String>> byRegion(Collection<Instance> some) {
        Map<String, Set<String>> map = new LinkedHashMap<>();
        regions.forEach(region -> map.put(region, new LinkedHashSet<>()));
        some.forEach(instance -> map.computeIfAbsent(instance.place().region(), region -> new LinkedHashSet<>()));
        return map;
    }
}
