package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import io.jenkins.plugins.stackdeploy.cloudformation.OperationSettings;
import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetParameter;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stackInstances names in the workspace and checks all of its arguments, before any call. */
final class StackInstancesPreparation extends StackSetPreparation {
    private final StackInstancesStep step;

    StackInstancesPreparation(StackInstancesStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    DeployJob prepare() throws IOException, InterruptedException {
        AwsTarget target = common();
        TargetInput input = new TargetInput(step, preparation, inputs);
        Optional<DeploymentTargets> targets = input.targets();
        if (targets.isEmpty()) {
            inputs.problem(Messages.StackSet_targetsMissing());
        }
        List<String> regions = input.regions();
        if (step.getRegions() == null && step.getRegionsText() == null) {
            inputs.problem(Messages.StackSet_regionsMissing());
        }
        ParameterSources overrides = new ParameterSources(preparation, inputs);
        List<StackSetParameter> changed = overrides(overrides);
        OperationSettings operations = operations(regions);
        inputs.check("stackInstances");
        overrides.tell();
        return new StackSetJob(
                target,
                new StackInstancesRequest(step.getStackSetName(), targets.orElseThrow(), regions, changed, operations),
                Map.of(),
                List.of(),
                Map.of());
    }

    /** As in the request: null keeps all overrides, and an empty list resets them all. */
    private List<StackSetParameter> overrides(ParameterSources overrides) throws IOException, InterruptedException {
        List<String> keep = new ArrayList<>(NamedValues.list("keepOverrides", step.getKeepOverrides(), inputs));
        keep.addAll(TargetText.items(step.getKeepOverridesText()));
        TargetText.repeated(keep).forEach(name -> inputs.problem(Messages.StackSet_repeated("keepOverrides", name)));
        overrides.script("parameterOverrides", step.getParameterOverrides());
        overrides.script("parameterOverridesText", step.getParameterOverridesText());
        overrides.file(step.getParameterOverridesFile());
        keep.stream()
                .filter(name -> overrides.all().get(name).isPresent())
                .forEach(name -> inputs.problem(Messages.StackSet_keepAndOverride(name)));
        overrides.keep(keep.stream().distinct().toList());
        boolean given = step.getParameterOverrides() != null
                || step.getParameterOverridesText() != null
                || step.getParameterOverridesFile() != null
                || !keep.isEmpty();
        if (given && step.isResetOverrides()) {
            inputs.problem(Messages.StackSet_resetAndOverride());
        }
        return given || step.isResetOverrides() ? StackSetJob.parameters(overrides.all()) : null;
    }
}
