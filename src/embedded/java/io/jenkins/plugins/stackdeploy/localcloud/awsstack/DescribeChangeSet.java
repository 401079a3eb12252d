package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeChangeSet, all changes on one page. */
final class DescribeChangeSet extends StackAction {
    DescribeChangeSet(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        ChangeSets.Found found = ChangeSets.find(cloud(), call);
        AwsChangeSet changeSet = found.changeSet();
        ObjectNode view = summary(found, call);
        view.set("Parameters", StackView.parameters(changeSet.target()));
        view.set("Tags", StackView.tags(changeSet.target().tags()));
        view.set("Capabilities", Json.texts(changeSet.settings().capabilities()));
        view.set("NotificationARNs", Json.texts(changeSet.settings().notificationArns()));
        view.putObject("RollbackConfiguration");
        ArrayNode changes = view.putArray("Changes");
        if (changeSet.status(call.now()).equals("CREATE_COMPLETE")) {
            changeSet.changes().forEach(change -> changes.add(view(change)));
        }
        return QueryAnswer.read(view);
    }

    /** The fields that ListChangeSets shows; DescribeChangeSet shows them too. */
    static ObjectNode summary(ChangeSets.Found found, QueryCall call) {
        AwsChangeSet changeSet = found.changeSet();
        String status = changeSet.status(call.now());
        ObjectNode view = Json.object()
                .put("ChangeSetId", changeSet.id())
                .put("ChangeSetName", changeSet.name())
                .put("StackId", found.stack().id())
                .put("StackName", found.stack().name())
                .put("CreationTime", StackView.time(changeSet.createdAt()))
                .put("Status", status)
                .put("ExecutionStatus", changeSet.executionStatus(found.stack(), call.now()));
        if (!changeSet.description().isEmpty()) {
            view.put("Description", changeSet.description());
        }
        if (status.equals("FAILED")) {
            view.put("StatusReason", changeSet.problem());
        }
        return view;
    }

    private static ObjectNode view(ResourceChange change) {
        ObjectNode view = Json.object().put("Type", "Resource");
        ObjectNode resource = view.putObject("ResourceChange")
                .put("Action", change.action().name())
                .put("LogicalResourceId", change.logicalId())
                .put("ResourceType", change.type());
        if (change.current() != null) {
            resource.put("PhysicalResourceId", change.current().physicalId());
        }
        if (change.action() == ResourceChange.Action.Modify) {
            resource.put("Replacement", change.replacement() ? "True" : "False");
            resource.putArray("Scope").add(change.properties().isEmpty() ? "Metadata" : "Properties");
            ArrayNode details = resource.putArray("Details");
            for (String property : change.properties()) {
                ObjectNode detail =
                        details.addObject().put("Evaluation", "Static").put("ChangeSource", "DirectModification");
                detail.putObject("Target")
                        .put("Attribute", "Properties")
                        .put("Name", property)
                        .put(
                                "RequiresRecreation",
                                change.goal().catalogued().replacing().contains(property) ? "Always" : "Never");
            }
        }
        return view;
    }
}
