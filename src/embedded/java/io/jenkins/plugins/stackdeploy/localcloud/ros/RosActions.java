package io.jenkins.plugins.stackdeploy.localcloud.ros;

import java.util.Map;

/** The actions by name. */
final class RosActions {
    static final Map<String, RosAction> ALL = Map.ofEntries(
            Map.entry("CreateStack", new CreateStack()),
            Map.entry("UpdateStack", new UpdateStack()),
            Map.entry("DeleteStack", new DeleteStack()),
            Map.entry("GetStack", new GetStack()),
            Map.entry("ListStacks", new ListStacks()),
            Map.entry("ListStackEvents", new ListStackEvents()),
            Map.entry("ListStackResources", new ListStackResources()),
            Map.entry("GetStackResource", new GetStackResource()));

    private RosActions() {}
}
