package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** ListStacks, newest first. Deleted stacks are listed only if their status or id is asked for. */
final class ListStacks implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("EndTime:S, PageNumber:L, PageSize:L, ParentStackId:S, "
            + "RegionId*:S, ResourceGroupId:S, ShowNestedStack:B, StackId:S, StackIds.N, StackName.N, StartTime:S, "
            + "Status.N, Tag.N{Key,Value}");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        List<StackRecord> found = call.visibleStacks()
                .filter(filter(call))
                .sorted(Comparator.comparing(StackRecord::createdAt).reversed())
                .toList();
        return Answer.of(Paging.page(call.parameters(), "Stacks", found, stack -> StackView.summary(call, stack)));
    }

    private static Predicate<StackRecord> filter(Call call) {
        Parameters parameters = call.parameters();
        List<String> ids = new ArrayList<>(parameters.list("StackIds"));
        if (parameters.has("StackId")) {
            ids.add(parameters.text("StackId"));
        }
        List<String> names = parameters.list("StackName");
        List<String> statuses = parameters.list("Status");
        List<Tag> tags = parameters.pairs("Tag", "Key", "Value", 20).entrySet().stream()
                .map(e -> new Tag(e.getKey(), e.getValue()))
                .toList();
        boolean nested = parameters.flag("ShowNestedStack", false);
        String parent = parameters.text("ParentStackId");
        String group = parameters.text("ResourceGroupId");
        String from = parameters.text("StartTime");
        String to = parameters.text("EndTime");
        return stack -> {
            String created = RosTime.format(stack.createdAt());
            String status = call.shown(stack).status();
            return (ids.isEmpty() || ids.contains(stack.id()))
                    && (names.isEmpty() || names.contains(stack.name()))
                    && (statuses.isEmpty() || statuses.contains(status))
                    && (!status.equals("DELETE_COMPLETE") || statuses.contains(status) || ids.contains(stack.id()))
                    && (nested || stack.parentId() == null)
                    && (parent.isEmpty() || parent.equals(stack.parentId()))
                    && (group.isEmpty() || group.equals(stack.settings().resourceGroupId()))
                    && stack.settings().tags().containsAll(tags)
                    && (from.isEmpty() || created.compareTo(from) >= 0)
                    && (to.isEmpty() || created.compareTo(to) <= 0);
        };
    }
}
