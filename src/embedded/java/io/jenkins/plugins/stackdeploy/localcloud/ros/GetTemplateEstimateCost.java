package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackDiff;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** GetTemplateEstimateCost, with invented prices for a few types. With StackId, only what would be new is priced. */
final class GetTemplateEstimateCost implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ClientToken:S, "
            + "Parameters.N{ParameterKey*,ParameterValue*}, RegionId*:S, StackId:S, TemplateBody:S, TemplateId:S, "
            + "TemplateURL:S, TemplateVersion:S");
    private static final Map<String, BigDecimal> YUAN_PER_HOUR = Map.of(
            "ALIYUN::ECS::Instance", new BigDecimal("0.45"),
            "ALIYUN::ECS::InstanceGroup", new BigDecimal("0.45"),
            "ALIYUN::RDS::DBInstance", new BigDecimal("1.20"),
            "ALIYUN::REDIS::Instance", new BigDecimal("0.60"),
            "ALIYUN::SLB::LoadBalancer", new BigDecimal("0.10"),
            "ALIYUN::VPC::EIP", new BigDecimal("0.02"),
            "ALIYUN::VPC::NatGateway", new BigDecimal("0.24"));

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        StackRecord stack = parameters.has("StackId")
                ? call.stack()
                : new StackRecord(
                        Ids.uuid(),
                        "estimate",
                        call.accountId(),
                        call.region(),
                        null,
                        call.now(),
                        SettingsArgument.forCreate(new Parameters(Map.of())));
        StackState state = stack.at(call.now());
        String body = TemplateArgument.read(call);
        Map<String, String> previous =
                state.revision() == null ? Map.of() : state.revision().parameters();
        Map<String, String> values =
                ParameterValues.resolve(Template.parse(body), CreateStack.given(parameters), previous);
        ObjectNode answer = Json.object();
        ObjectNode resources = answer.putObject("Resources");
        for (Change change :
                StackDiff.between(state.resources(), new Revision(body, values).blueprint(stack), Set.of())) {
            BigDecimal price = YUAN_PER_HOUR.get(change.type());
            if (change.action() == Change.Action.ADD && price != null) {
                ObjectNode resource = resources.putObject(change.logicalId());
                resource.put("Success", true).put("Type", change.type());
                resource.putObject("Result")
                        .putObject("Order")
                        .put("Currency", "CNY")
                        .put("OriginalAmount", price)
                        .put("DiscountAmount", BigDecimal.ZERO)
                        .put("TradeAmount", price);
            }
        }
        return Answer.of(answer);
    }
}
