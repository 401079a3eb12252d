package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Map;
import java.util.regex.Pattern;

/** CreateStack. */
final class CreateStack implements RosAction {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,254}");
    private static final ParameterSpec SPEC = ParameterSpec.of("ClientToken:S, CreateOption:S, CreateOptions.N, "
            + "DeletionProtection:S, DisableRollback:B, NotificationURLs.N, Parallelism:L, "
            + "Parameters.N{ParameterKey*,ParameterValue*}, RamRoleName:S, RegionId*:S, ResourceGroupId:S, "
            + "StackName*:S, StackPolicyBody:S, Tags.N{Key*,Value}, TemplateBody:S, TemplateId:S, TemplateURL:S, "
            + "TemplateVersion:S, TimeoutInMinutes:L");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        String name = newStackName(parameters);
        StackSettings settings = SettingsArgument.forCreate(parameters);
        boolean deletionProtected =
                parameters.choice("DeletionProtection", "Disabled", "Enabled").equals("Enabled");
        ObjectNode policy = StackPolicy.read(parameters, "StackPolicyBody");
        String body = TemplateArgument.read(call);
        Map<String, String> values = ParameterValues.resolve(Template.parse(body), given(parameters), Map.of());
        refuseTakenName(call, name);

        StackRecord stack =
                new StackRecord(Ids.uuid(), name, call.accountId(), call.region(), null, call.now(), settings);
        stack.deletionProtected(deletionProtected);
        stack.stackPolicy(policy);
        StackFamily family = new StackFamily(stack);
        OperationPlan.build(
                call.cloud().bench(),
                family,
                stack,
                StackAction.CREATE,
                new Revision(body, values),
                Order.build(call.requestId(), settings.disableRollback()),
                call.now());
        return call.commit(family, Json.object().put("StackId", stack.id()));
    }

    static String newStackName(Parameters parameters) {
        String name = parameters.text("StackName");
        if (!NAME.matcher(name).matches()) {
            throw ApiError.invalidParameter(
                    "StackName", "it must have 1 to 255 letters, digits, - and _, and must start with a letter.");
        }
        return name;
    }

    static void refuseTakenName(Call call, String name) {
        if (call.liveStack(name).isPresent()) {
            throw new ApiError(409, "StackExists", "The Stack (" + name + ") already exists.");
        }
    }

    static Map<String, String> given(Parameters parameters) {
        return parameters.pairs("Parameters", "ParameterKey", "ParameterValue", 200);
    }
}
