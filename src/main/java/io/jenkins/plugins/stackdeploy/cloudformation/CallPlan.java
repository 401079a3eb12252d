package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which calls bring a stack set to what is asked for, in order, and how to say so. Decides by what it is given; asks nobody.
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>A stack set that changes is updated first, on the targeted instances that it has, so that new instances begin with
 *       the new template; with {@code newInstancesFirst} it is the other way round, as CodePipeline does it.
 *   <li>UpdateStackSet without targets is an update of all instances. When instances are there, but none of those that are
 *       targeted, the new ones are therefore created first, and then updated with the stack set: there is no way to change
 *       a stack set with instances and touch none of them.
 *   <li>One call names accounts times regions. Instances that do not make up such a block are covered by several
 *       operations; the first updates the stack set, the others bring their instances to what it then is.
 *   <li>A stack set that does not change only has its targeted instances updated that are not CURRENT.
 * </ul>
 */
final class CallPlan {
    private final List<PlannedOperation> operations = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    private CallPlan() {}

    List<PlannedOperation> operations() {
        return operations;
    }

    /** Whether instances are created before anything else is done. */
    boolean beginsWithInstances() {
        return !operations.isEmpty() && operations.get(0).kind == Kind.CREATE_INSTANCES;
    }

    /** What is done, in order, a few words each. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    /** What is done, in a few words. */
    String words() {
        return steps.isEmpty() ? Messages.Step_nothing() : String.join(Messages.Step_then(), steps);
    }

    /** For a stack set that there is not. */
    static CallPlan forNew(Targeting targeting) {
        CallPlan plan = new CallPlan();
        plan.add(Kind.CREATE_SET, null, 0);
        plan.steps.add(Messages.Step_createSet());
        plan.create(targeting.missing(List.of()));
        return plan;
    }

    /**
     * For a stack set that there is.
     *
     * @param changes whether it changes itself
     * @param newInstancesFirst whether new instances are created before it is updated
     * @param targeting which instances are meant
     * @param instances all that it has
     */
    static CallPlan forExisting(
            boolean changes, boolean newInstancesFirst, Targeting targeting, Collection<Instance> instances) {
        CallPlan plan = new CallPlan();
        List<Instance> updatable = targeting.covered(instances).stream()
                .filter(Instance::isUpdatable)
                .toList();
        List<Block> missing = targeting.missing(instances);
        if (!changes) {
            List<Instance> stale =
                    updatable.stream().filter(instance -> !instance.isCurrent()).toList();
            List<Runnable> both =
                    List.of(() -> plan.update(targeting.exactly(stale), stale), () -> plan.create(missing));
            both.get(newInstancesFirst ? 1 : 0).run();
            both.get(newInstancesFirst ? 0 : 1).run();
        } else if (targeting.isEverything() || instances.isEmpty()) {
            plan.updateAll(updatable);
            plan.create(missing);
        } else if (updatable.isEmpty() && missing.isEmpty()) {
            // Whatever is named is inoperable: no call could be made that changes the stack set.
            return plan;
        } else if (newInstancesFirst || updatable.isEmpty()) {
            plan.create(missing);
            List<Instance> all = with(updatable, missing);
            plan.updateSet(targeting.isByUnits() ? List.of(targeting.whole()) : targeting.exactly(all), all);
        } else {
            plan.updateSet(targeting.toUpdate(updatable), updatable);
            plan.create(missing);
        }
        return plan;
    }

    /**
     * For instances alone.
     *
     * @param targeting which instances are meant
     * @param instances all that the stack set has
     * @param overridden whether those that exist are updated even when they are CURRENT
     * @param unitsGrow whether accounts that have joined the units get their instances only by being asked for
     */
    static CallPlan forInstances(
            Targeting targeting, Collection<Instance> instances, boolean overridden, boolean unitsGrow) {
        CallPlan plan = new CallPlan();
        List<Instance> updatable = targeting.covered(instances).stream()
                .filter(Instance::isUpdatable)
                .filter(instance -> overridden || !instance.isCurrent())
                .toList();
        plan.create(unitsGrow ? List.of(targeting.whole()) : targeting.missing(instances));
        if (!unitsGrow || overridden) {
            plan.update(targeting.exactly(updatable), updatable);
        }
        return plan;
    }

    /** Brings up to date what is not. */
    static CallPlan toRepair(Targeting targeting, List<Instance> stale) {
        CallPlan plan = new CallPlan();
        plan.update(targeting.exactly(stale), stale);
        return plan;
    }

    /**
     * The same as one call, in a call for each region.
     *
     * @param planned refused for involving too many instances
     * @param instances all instances of the stack set
     * @param targeting which of them are meant
     * @return at least one call; one alone when it cannot be split
     */
    static List<PlannedOperation> split(PlannedOperation planned, Collection<Instance> instances, Targeting targeting) {
        List<Instance> updatable = targeting.covered(instances).stream()
                .filter(Instance::isUpdatable)
                .toList();
        List<Block> blocks = planned.block == null ? targeting.exactly(updatable) : List.of(planned.block);
        List<PlannedOperation> parts = new ArrayList<>();
        for (Block block : blocks) {
            for (String region : block.regions()) {
                Kind kind = planned.kind == Kind.UPDATE_SET && !parts.isEmpty() ? Kind.UPDATE_INSTANCES : planned.kind;
                Block part = block.in(List.of(region));
                parts.add(new PlannedOperation(
                        kind, part, planned.kind == Kind.CREATE_INSTANCES ? part.size() : size(part, instances)));
            }
        }
        return parts;
    }

    /** Deletes all instances, then the stack set. */
    static CallPlan toDelete(Collection<Instance> instances) {
        CallPlan plan = new CallPlan();
        List<Block> blocks = Targeting.toDelete(instances);
        blocks.forEach(block -> plan.add(Kind.DELETE_INSTANCES, block, size(block, instances)));
        if (!blocks.isEmpty()) {
            plan.steps.add(Messages.Step_deleteInstances(
                    Amounts.instances(instances.size()), Amounts.regions(regions(blocks))));
        }
        plan.add(Kind.DELETE_SET, null, 0);
        plan.steps.add(Messages.Step_deleteSet());
        return plan;
    }

    private void add(Kind kind, Block block, int expected) {
        operations.add(new PlannedOperation(kind, block, expected));
    }

    private void create(List<Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        blocks.forEach(block -> add(Kind.CREATE_INSTANCES, block, block.size()));
        String regions = Amounts.regions(regions(blocks));
        int count = blocks.stream().mapToInt(Block::size).sum();
        steps.add(
                count > 0
                        ? Messages.Step_createInstances(Amounts.instances(count), regions)
                        : Messages.Step_createInUnits(
                                Amounts.some(blocks.stream()
                                        .flatMap(block -> block.units().stream())
                                        .distinct()
                                        .toList()),
                                regions));
    }

    private void update(List<Block> blocks, Collection<Instance> some) {
        blocks.forEach(block -> add(Kind.UPDATE_INSTANCES, block, size(block, some)));
        sayUpdate(blocks, some.size());
    }

    private void updateAll(Collection<Instance> updatable) {
        add(Kind.UPDATE_SET, null, updatable.size());
        steps.add(
                updatable.isEmpty()
                        ? Messages.Step_updateEmptySet()
                        : Messages.Step_updateAll(Amounts.instances(updatable.size())));
    }

    /** The stack set with its targeted instances; whatever the first call cannot name comes to the next ones. */
    private void updateSet(List<Block> blocks, Collection<Instance> some) {
        Kind kind = Kind.UPDATE_SET;
        for (Block block : blocks) {
            add(kind, block, size(block, some));
            kind = Kind.UPDATE_INSTANCES;
        }
        sayUpdate(blocks, some.size());
    }

    /** Instances that there are, and those that there will be. */
    private static List<Instance> with(Collection<Instance> existing, Collection<Block> created) {
        List<Instance> all = new ArrayList<>(existing);
        for (Block block : created) {
            for (String region : block.regions()) {
                for (String account : block.accounts()) {
                    all.add(new Instance(new Place(account, region), "", "", "", "", "", false));
                }
            }
        }
        return all;
    }

    private void sayUpdate(List<Block> blocks, int count) {
        if (!blocks.isEmpty()) {
            steps.add(
                    count == 0
                            ? Messages.Step_updateCreated()
                            : Messages.Step_updateInstances(
                                    Amounts.instances(count), Amounts.regions(regions(blocks))));
        }
    }

    private static int regions(Collection<Block> blocks) {
        return (int) blocks.stream()
                .flatMap(block -> block.regions().stream())
                .distinct()
                .count();
    }

    /** Of a block of units, how many of the instances it is on. */
    private static int size(Block block, Collection<Instance> instances) {
        return block.units().isEmpty()
                ? block.size()
                : (int) instances.stream()
                        .filter(instance ->
                                block.regions().contains(instance.place().region()))
                        .filter(instance -> block.units().contains(instance.unit()))
                        .filter(instance -> block.accounts().isEmpty()
                                || block.accounts().contains(instance.place().account()))
                        .count();
    }
}
