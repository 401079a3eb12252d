package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * A stack set as a plan is computed from it.
 *
 * @param set the stack set
 * @param instances its instances, all of them
 * @param lastOperation the id of the newest operation that changed anything; null when there was none
 */
record LiveSet(StackSet set, List<Instance> instances, String lastOperation) {
    static final String TEMPLATE = "templateDigest";
    static final String PARAMETERS = "parameters";
    static final String SETTINGS = "settings";
    static final String OPERATION = "lastOperation";
    static final String COUNTS = "instances";
    static final String INSTANCES = "instancesDigest";

    /**
     * What a plan keeps of it, and holds against what is there when it is deployed.
     *
     * @param secret parameters that are given as secrets, whose values are left out
     * @return plain values by name
     */
    Map<String, Object> state(Set<String> secret) {
        Map<String, Object> state = new LinkedHashMap<>(set(set, secret));
        if (lastOperation != null) {
            state.put(OPERATION, lastOperation);
        }
        state.put(COUNTS, counts(instances));
        state.put(INSTANCES, digest(instances));
        return state;
    }

    /** What is kept of the stack set itself. */
    static Map<String, Object> set(StackSet set, Set<String> secret) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(TEMPLATE, template(set).digest());
        Map<String, String> parameters = new TreeMap<>();
        set.parameters().stream()
                .filter(parameter -> !secret.contains(parameter.parameterKey()))
                .forEach(parameter ->
                        parameters.put(parameter.parameterKey(), Objects.toString(parameter.parameterValue(), "")));
        state.put(PARAMETERS, parameters);
        state.put(SETTINGS, SetSettings.live(set));
        return state;
    }

    static PlanTemplate template(StackSet set) {
        return PlanTemplate.live(Objects.toString(set.templateBody(), ""), TemplateLimits.CLOUDFORMATION_S3);
    }

    /** How many instances have each status. */
    static Map<String, Integer> counts(List<Instance> instances) {
        Map<String, Integer> counts = new TreeMap<>();
        instances.forEach(instance -> counts.merge(instance.status(), 1, Integer::sum));
        return counts;
    }

    /** Everything of the instances that means that one is not what it was; not that drift was looked for and not found. */
    static String digest(List<Instance> instances) {
        return PlanTemplate.sha256(instances.stream()
                .map(instance -> instance.place() + " " + instance.status() + " " + instance.stackId() + " "
                        + instance.unit() + " " + instance.drifted())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
