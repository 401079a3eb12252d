package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackDiff;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What UpdateStack or a change set of the type UPDATE asks for, compared to the live stack.
 *
 * @param target template and parameters after the update
 * @param settings what the stack would remember
 * @param changes resource by resource
 * @param unchanged whether the stack is completely the same already
 */
record UpdateRequest(Revision target, StackSettings settings, List<Change> changes, boolean unchanged) {
    /** The published recovery of a failed create is ContinueCreateStack or deletion; the rest is not published. */
    private static final Set<String> UPDATABLE =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");

    /**
     * @throws ApiError NotSupported if the stack's status allows no update, or whatever is wrong with the request
     */
    static UpdateRequest read(Call call, StackRecord stack) {
        Parameters parameters = call.parameters();
        StackState state = stack.at(call.now());
        if (!UPDATABLE.contains(state.status())) {
            throw new ApiError(
                    400, "NotSupported", "Update a stack in status " + state.status() + " is not supported.");
        }
        StackSettings settings = SettingsArgument.forUpdate(parameters, stack.settings());
        String body = TemplateArgument.read(call);
        Template template = Template.parse(body);
        Map<String, String> previous = parameters.flag("UsePreviousParameters", false)
                ? state.revision().parameters()
                : Map.of();
        Map<String, String> values = ParameterValues.resolve(template, CreateStack.given(parameters), previous);
        Revision target = new Revision(body, values);
        List<Change> changes = StackDiff.between(state.resources(), target.blueprint(stack), Set.of());
        boolean same = template.root().equals(state.revision().template().root())
                && values.equals(state.revision().parameters())
                && settings.tags().equals(stack.settings().tags())
                && settings.ramRoleName().equals(stack.settings().ramRoleName())
                && !state.status().endsWith("_FAILED");
        return new UpdateRequest(target, settings, changes, same);
    }

    /** Refuses what the policy or ReplacementOption does not allow. */
    void check(ObjectNode policy, boolean replacementEnabled) {
        StackPolicy.check(policy, changes);
        for (Change change : changes) {
            if (change.replacement() && !replacementEnabled) {
                throw new ApiError(
                        400,
                        "StackValidationFailed",
                        "resources." + change.logicalId() + ": The properties " + change.properties()
                                + " cannot be modified in place; ReplacementOption is not Enabled.");
            }
        }
    }

    static boolean replacementEnabled(Parameters parameters) {
        return parameters.choice("ReplacementOption", "Disabled", "Enabled").equals("Enabled");
    }
}
