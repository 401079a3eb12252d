package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** ContinueCreateStack: goes on with a stack whose creation failed without rollback. It takes no ClientToken. */
final class ContinueCreateStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("DryRun:B, Mode:S, Parallelism:L, "
            + "Parameters.N{ParameterKey*,ParameterValue*}, RamRoleName:S, RecreatingResources.N, RegionId*:S, "
            + "StackId*:S, TemplateBody:S, TemplateId:S, TemplateURL:S, TemplateVersion:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        StackFamily family = call.idleFamily();
        StackRecord stack = family.root();
        StackState state = stack.at(call.now());
        if (!state.status().equals("CREATE_FAILED")) {
            throw new ApiError(
                    400,
                    "ContinueCreateStackValidationFailed",
                    "The stack is in status " + state.status() + ", not in CREATE_FAILED.");
        }
        Set<String> recreating = new HashSet<>(parameters.list("RecreatingResources"));
        boolean ignore = parameters.choice("Mode", "Recreate", "Ignore").equals("Ignore");
        Revision target = ignore ? withoutFailed(call, state) : target(call, state);
        for (String id : recreating) {
            if (ignore || !state.resources().containsKey(id)) {
                throw new ApiError(
                        404,
                        "ResourceNotFound",
                        "The Resource (" + id + ") could not be found in Stack " + stack.name() + ".");
            }
        }
        ObjectNode answer = Json.object().put("StackId", stack.id());
        if (parameters.flag("DryRun", false)) {
            ObjectNode result = answer.putObject("DryRunResult");
            result.set(
                    "ParametersAllowedToBeModified",
                    Json.texts(target.template().parameters().keySet()));
            result.putArray("ParametersConditionallyAllowedToBeModified");
            result.putArray("ParametersNotAllowedToBeModified");
            return Answer.of(answer);
        }
        stack.settings(SettingsArgument.forFollowUp(parameters, stack.settings()));
        OperationPlan.build(
                call.cloud().bench(),
                family,
                stack,
                StackAction.CREATE,
                target,
                Order.resume(call.requestId(), stack.settings().disableRollback(), recreating),
                call.now());
        return call.commit(family, answer);
    }

    private static Revision target(Call call, StackState state) {
        String body = TemplateArgument.given(call.parameters())
                ? TemplateArgument.read(call)
                : state.revision().templateBody();
        return new Revision(
                body,
                ParameterValues.resolve(
                        Template.parse(body),
                        CreateStack.given(call.parameters()),
                        state.revision().parameters()));
    }

    private static Revision withoutFailed(Call call, StackState state) {
        if (TemplateArgument.given(call.parameters())) {
            throw ApiError.invalidParameter("TemplateBody", "it is taken in the mode Recreate only.");
        }
        Set<String> dropped = state.resources().values().stream()
                .filter(resource -> !resource.status().endsWith("_COMPLETE") || !resource.exists())
                .map(ResourceState::logicalId)
                .collect(Collectors.toSet());
        return new Revision(
                state.revision().template().without(dropped), state.revision().parameters());
    }
}
