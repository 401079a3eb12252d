package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackInstance;

/**
 * Whether instances have other overrides than asked for. The service tells them for one instance at a time only, so that they
 * are compared where there are few instances, and taken to differ where there are many.
 */
final class OverrideComparison {
    private static final int MOST_INSTANCES = 20;
    private static final String HIDDEN = "****";

    private final StackSetClient client;
    private final String name;
    private final CallAs callAs;
    private final StepMemory step;
    private String note;

    OverrideComparison(StackSetClient client, String name, CallAs callAs, StepMemory step) {
        this.client = client;
        this.name = name;
        this.callAs = callAs;
        this.step = step;
    }

    /** Why they are taken to differ without having been compared; empty when they were. */
    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /**
     * Compares.
     *
     * @param instances the targeted ones that there are
     * @param wanted every override that they are to have
     * @return whether they differ, or may do so
     */
    boolean differs(List<Instance> instances, List<StackSetParameter> wanted) throws CloudException {
        if (instances.size() > MOST_INSTANCES) {
            note = Messages.Note_overridesUncompared(Amounts.instances(instances.size()));
            return true;
        }
        if (wanted.stream().anyMatch(StackSetParameter::secret)) {
            note = Messages.Note_overridesSecret();
            return true;
        }
        for (Instance instance : instances) {
            Place place = instance.place();
            Optional<StackInstance> found =
                    step.once(place.toString(), () -> client.instance(name, place.account(), place.region(), callAs));
            if (found.isPresent() && differs(found.get(), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(StackInstance instance, List<StackSetParameter> wanted) {
        Map<String, String> now = new HashMap<>();
        instance.parameterOverrides().forEach(override -> now.put(override.parameterKey(), override.parameterValue()));
        Map<String, String> then = new HashMap<>();
        for (StackSetParameter parameter : wanted) {
            String value = parameter.usePrevious() ? now.get(parameter.key()) : parameter.value();
            if (!parameter.usePrevious() || value != null) {
                then.put(parameter.key(), value);
            }
        }
        // A hidden value never equals one that is given.
        return !Objects.equals(now, then)
                || wanted.stream()
                        .anyMatch(parameter -> HIDDEN.equals(now.get(parameter.key())) && !parameter.usePrevious());
    }
}
