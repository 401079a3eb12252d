package io.jenkins.plugins.stackdeploy.localcloud.ros;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions by name; each class is named after its action. */
final class RosActions {
    static final Map<String, RosAction> ALL = byName(
            new CreateStack(),
            new UpdateStack(),
            new DeleteStack(),
            new GetStack(),
            new ListStacks(),
            new ListStackEvents(),
            new ListStackResources(),
            new GetStackResource(),
            new ContinueCreateStack(),
            new CancelUpdateStack(),
            new CancelStackOperation(),
            new SetDeletionProtection(),
            new GetStackPolicy(),
            new SetStackPolicy(),
            new ValidateTemplate(),
            new PreviewStack(),
            new GetTemplate(),
            new GetTemplateEstimateCost(),
            new CreateChangeSet(),
            new GetChangeSet(),
            new ListChangeSets(),
            new ExecuteChangeSet(),
            new DeleteChangeSet(),
            new DetectStackDrift(),
            new GetStackDriftDetectionStatus(),
            new ListStackResourceDrifts(),
            new DescribeRegions());

    private RosActions() {}

    private static Map<String, RosAction> byName(RosAction... actions) {
        return Arrays.stream(actions)
                .collect(Collectors.toUnmodifiableMap(a -> a.getClass().getSimpleName(), Function.identity()));
    }
}
