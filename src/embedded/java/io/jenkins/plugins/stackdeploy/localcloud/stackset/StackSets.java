package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The stack sets of all accounts and regions. Guarded by the lock of CloudFormation. */
public final class StackSets {
    private final InstanceFailures failures = new InstanceFailures();
    private final InstanceDurations durations = new InstanceDurations();
    private final StackSetStore store;
    private final StackSetEngine engine;
    private final StackSetCloud cloud;

    /**
     * @param directory where they are kept, or null to keep nothing
     * @param templates what TemplateURL stands for
     * @param stacks the stacks behind the instances
     * @throws IOException if what was kept cannot be read
     */
    public StackSets(
            Path directory,
            Pace pace,
            Organization organization,
            TemplateStore templates,
            MemberStacks stacks,
            StackSetOptions options)
            throws IOException {
        store = new StackSetStore(directory);
        engine = new StackSetEngine(store, new WorkPlanner(pace, durations, failures, organization), stacks);
        cloud = new StackSetCloud(store, engine, organization, templates, options);
    }

    /** Returns the actions that CloudFormation gets by them. */
    public List<QueryAction> actions() {
        return List.of(
                new CreateStackSet(cloud),
                new UpdateStackSet(cloud),
                new DeleteStackSet(cloud),
                new DescribeStackSet(cloud),
                new ListStackSets(cloud),
                new CreateStackInstances(cloud),
                new UpdateStackInstances(cloud),
                new DeleteStackInstances(cloud),
                new DescribeStackInstance(cloud),
                new ListStackInstances(cloud),
                new DetectStackSetDrift(cloud),
                new StopStackSetOperation(cloud),
                new DescribeStackSetOperation(cloud),
                new ListStackSetOperations(cloud),
                new ListStackSetOperationResults(cloud));
    }

    /** Returns the template of the set that StackSetName of a call names. */
    public String template(QueryCall call) {
        return new StackSetLookup(cloud).set(call).settings().templateBody();
    }

    /** Lets pass what has happened until a moment; called before each action. */
    public void catchUp(Instant now) {
        engine.catchUp(now);
    }

    /** Returns where failures of instances are ordered. */
    public InstanceFailures failures() {
        return failures;
    }

    /** Returns where the times are set that work on instances takes. */
    public InstanceDurations durations() {
        return durations;
    }

    /** Returns a line for every operation that was ever accepted, set by set, the earliest first. */
    public List<OperationSummary> operations(Instant now) {
        return store.all().stream()
                .flatMap(set -> set.operations().stream().map(o -> OperationSummary.of(set, o, now)))
                .toList();
    }

    /** Forgets the sets, the ordered failures and the times. */
    public void clear() {
        store.clear();
        failures.clear();
        durations.clear();
    }
}
