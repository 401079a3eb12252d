package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationPreferences;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackInstancesRequest;

/** Writes the calls on stack instances, which any work on a stack set makes. */
final class Submission {
    /**
     * A call that is ready to be sent: whatever it needs, secrets too, has been fetched.
     */
    @FunctionalInterface
    interface Call {
        /**
         * Sends it.
         *
         * @return the id of what it made: a stack set or an operation; null when it makes nothing
         *
         * @throws CloudException when it was refused or failed
         */
        String send() throws CloudException;
    }

    private final StackSetClient client;
    private final String name;
    private final OperationSettings settings;

    Submission(StackSetClient client, String name, OperationSettings settings) {
        this.client = client;
        this.name = name;
        this.settings = settings;
    }

    /** CreateStackInstances; no overrides when they are null. There is no previous value of one that is new. */
    Call createInstances(PlannedOperation operation, List<Parameter> overrides) {
        Block block = operation.block;
        CreateStackInstancesRequest.Builder request = CreateStackInstancesRequest.builder()
                .stackSetName(name)
                .accounts(accounts(block))
                .deploymentTargets(targets(block))
                .regions(block.regions())
                .operationPreferences(preferences(block.regions()))
                .operationId(operation.id)
                .callAs(callAs());
        if (overrides != null) {
            request.parameterOverrides(overrides.stream()
                    .filter(override -> !Boolean.TRUE.equals(override.usePreviousValue()))
                    .toList());
        }
        return () -> client.createInstances(request.build());
    }

    /** UpdateStackInstances; keeps the overrides when they are null. */
    Call updateInstances(PlannedOperation operation, List<Parameter> overrides) {
        Block block = operation.block;
        UpdateStackInstancesRequest.Builder request = UpdateStackInstancesRequest.builder()
                .stackSetName(name)
                .accounts(accounts(block))
                .deploymentTargets(targets(block))
                .regions(block.regions())
                .operationPreferences(preferences(block.regions()))
                .operationId(operation.id)
                .callAs(callAs());
        if (overrides != null) {
            request.parameterOverrides(overrides);
        }
        return () -> client.updateInstances(request.build());
    }

    /** DeleteStackInstances. */
    Call deleteInstances(PlannedOperation operation, boolean retainStacks) {
        Block block = operation.block;
        DeleteStackInstancesRequest.Builder request = DeleteStackInstancesRequest.builder()
                .stackSetName(name)
                .accounts(accounts(block))
                .deploymentTargets(targets(block))
                .regions(block.regions())
                .retainStacks(retainStacks)
                .operationPreferences(preferences(block.regions()))
                .operationId(operation.id)
                .callAs(callAs());
        return () -> client.deleteInstances(request.build());
    }

    /** DeleteStackSet. */
    Call deleteSet() {
        return () -> {
            client.delete(name, settings.callAs());
            return null;
        };
    }

    String callAs() {
        return settings.callAs() == null ? null : settings.callAs().name();
    }

    /** The accounts of a block without units; else null, since they are part of {@link #targets}. */
    static List<String> accounts(Block block) {
        return block == null || !block.units().isEmpty() ? null : block.accounts();
    }

    /** The units of a block and what refines them; null for a block of accounts alone. */
    static software.amazon.awssdk.services.cloudformation.model.DeploymentTargets targets(Block block) {
        if (block == null || block.units().isEmpty()) {
            return null;
        }
        return software.amazon.awssdk.services.cloudformation.model.DeploymentTargets.builder()
                .organizationalUnitIds(block.units())
                .accounts(block.accounts().isEmpty() ? null : block.accounts())
                .accountFilterType(
                        block.filter() == null ? null : block.filter().name())
                .build();
    }

    /**
     * How the operation goes through accounts and regions: in the order in which the regions were given, unless another
     * order was.
     *
     * @param regions the regions of the operation; empty when they are not named
     * @return null when the service's defaults hold
     */
    StackSetOperationPreferences preferences(List<String> regions) {
        OperationPreferences asked = settings.preferences();
        StackSetOperationPreferences preferences = StackSetOperationPreferences.builder()
                .failureToleranceCount(asked.failureToleranceCount())
                .failureTolerancePercentage(asked.failureTolerancePercentage())
                .maxConcurrentCount(asked.maxConcurrentCount())
                .maxConcurrentPercentage(asked.maxConcurrentPercentage())
                .regionConcurrencyType(
                        asked.regionConcurrency() == null
                                ? null
                                : asked.regionConcurrency().name())
                .concurrencyMode(
                        asked.concurrencyMode() == null
                                ? null
                                : asked.concurrencyMode().name())
                .regionOrder(order(asked, regions))
                .build();
        return preferences.equals(StackSetOperationPreferences.builder().build()) ? null : preferences;
    }

    private static List<String> order(OperationPreferences asked, List<String> regions) {
        if (!asked.regionOrder().isEmpty()) {
            return regions.isEmpty()
                    ? asked.regionOrder()
                    : asked.regionOrder().stream().filter(regions::contains).toList();
        }
        boolean together = asked.regionConcurrency() == RegionConcurrency.PARALLEL;
        return together || regions.size() < 2 ? null : regions;
    }

    /**
     * Parameters as the API takes them.
     *
     * @param parameters what was asked for; null for null
     * @param secrets the values of secret ones
     * @return null for null
     * @throws CloudException when a secret cannot be had
     */
    static List<Parameter> parameters(List<StackSetParameter> parameters, SecretValues secrets) throws CloudException {
        if (parameters == null) {
            return null;
        }
        Map<String, String> values = secretValues(parameters, secrets);
        return parameters.stream()
                .map(parameter -> Parameter.builder()
                        .parameterKey(parameter.key())
                        .parameterValue(parameter.secret() ? values.get(parameter.key()) : parameter.value())
                        .usePreviousValue(parameter.usePrevious() ? true : null)
                        .build())
                .toList();
    }

    /**
     * The values of secret parameters.
     *
     * @param parameters what was asked for
     * @param secrets fetches values, where any is secret
     * @return values by parameter
     * @throws CloudException when a secret cannot be had
     */
    static Map<String, String> secretValues(List<StackSetParameter> parameters, SecretValues secrets)
            throws CloudException {
        return parameters.stream().anyMatch(StackSetParameter::secret) ? secrets.get() : Map.of();
    }
}
