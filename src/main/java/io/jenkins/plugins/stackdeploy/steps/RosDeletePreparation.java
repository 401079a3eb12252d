package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.ros.RosDeleteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the arguments of rosDelete. */
final class RosDeletePreparation extends RosPreparation {
    private final RosDeleteStep step;

    RosDeletePreparation(RosDeleteStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    RosJob prepare() throws StackDeployException {
        AlibabaTarget target = common();
        List<String> retain = new ArrayList<>(NamedValues.list("retainResources", step.getRetainResources(), inputs));
        retain.addAll(NamedValues.list("retainResourcesText", step.getRetainResourcesText(), inputs));
        if (!retain.isEmpty() && step.isRetainAllResources()) {
            inputs.problem(Messages.Input_retainBoth());
        }
        inputs.longest("ramRoleName", step.getRamRoleName(), RosRules.ROLE_NAME_MOST);
        EventDetail events = inputs.choice("events", step.getEvents(), EventDetail.CHANGES);
        inputs.check("rosDelete");
        RosDeleteRequest request = new RosDeleteRequest(
                step.getStackName(),
                retain,
                step.isRetainAllResources(),
                step.getRamRoleName(),
                step.isWaitForOthers(),
                events,
                step.isWait(),
                watchMinutes(RosRules.TIMEOUT_USUAL + LONGER_MINUTES));
        return new RosJob(target, request, Map.of(), List.of(), Map.of());
    }
}
