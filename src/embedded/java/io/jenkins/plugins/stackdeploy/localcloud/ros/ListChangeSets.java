package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** ListChangeSets of a stack, newest first. Names may end in {@code *}. */
final class ListChangeSets implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetId:S, ChangeSetName.N, ExecutionStatus.N, "
            + "PageNumber:L, PageSize:L, RegionId*:S, StackId*:S, Status.N");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        String id = parameters.text("ChangeSetId");
        String names = parameters.list("ChangeSetName").stream()
                .map(name -> Pattern.quote(name).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|"));
        List<String> statuses = parameters.list("Status");
        List<String> executionStatuses = parameters.list("ExecutionStatus");
        List<ChangeSet> found = call.cloud().store().familyOf(call.stack().id()).orElseThrow().changeSets().stream()
                .filter(c -> id.isEmpty() || id.equals(c.id()))
                .filter(c -> names.isEmpty() || c.name().matches(names))
                .filter(c -> statuses.isEmpty() || statuses.contains(ChangeSets.status(call, c)))
                .filter(c ->
                        executionStatuses.isEmpty() || executionStatuses.contains(ChangeSets.executionStatus(call, c)))
                .sorted(Comparator.comparing(ChangeSet::createdAt).reversed())
                .toList();
        return Answer.of(Paging.page(parameters, "ChangeSets", found, c -> ChangeSets.summary(call, c)));
    }
}
