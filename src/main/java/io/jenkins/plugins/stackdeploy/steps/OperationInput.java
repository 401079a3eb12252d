package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.CallAs;
import io.jenkins.plugins.stackdeploy.cloudformation.ConcurrencyMode;
import io.jenkins.plugins.stackdeploy.cloudformation.OperationPreferences;
import io.jenkins.plugins.stackdeploy.cloudformation.OperationSettings;
import io.jenkins.plugins.stackdeploy.cloudformation.RegionConcurrency;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import java.util.List;

/** Reads how operations on a stack set are to go, and checks it. */
final class OperationInput {
    private static final int PERCENT_MOST = 100;

    private final StackSetStep step;
    private final Preparation preparation;
    private final Inputs inputs;

    OperationInput(StackSetStep step, Preparation preparation, Inputs inputs) {
        this.step = step;
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /** What an instance that failed in an operation that succeeded does to the step. */
    private enum InstanceFailures {
        FAIL,
        TOLERATE
    }

    /**
     * The settings.
     *
     * @param regions the regions that instances are in; empty when they are not named
     * @param watchMinutes how long to watch
     */
    OperationSettings settings(List<String> regions, int watchMinutes) {
        if (step.getMemberRoleName() != null && !StackSetRules.isRoleName(step.getMemberRoleName())) {
            inputs.problem(Messages.StackSet_roleName("memberRoleName", step.getMemberRoleName()));
        }
        return new OperationSettings(
                inputs.constant("callAs", step.getCallAs(), CallAs.class),
                preferences(regions),
                step.isBatchRegions(),
                step.isWaitForOthers(),
                inputs.choice("instanceFailures", step.getInstanceFailures(), InstanceFailures.FAIL)
                        == InstanceFailures.TOLERATE,
                step.getMemberRoleName(),
                inputs.choice("events", step.getEvents(), EventDetail.CHANGES),
                step.isWait(),
                watchMinutes);
    }

    private OperationPreferences preferences(List<String> regions) {
        pair(
                "failureToleranceCount",
                step.getFailureToleranceCount(),
                "failureTolerancePercentage",
                step.getFailureTolerancePercentage(),
                0);
        pair(
                "maxConcurrentCount",
                step.getMaxConcurrentCount(),
                "maxConcurrentPercentage",
                step.getMaxConcurrentPercentage(),
                1);
        OperationPreferences preferences = new OperationPreferences(
                step.getFailureToleranceCount(),
                step.getFailureTolerancePercentage(),
                step.getMaxConcurrentCount(),
                step.getMaxConcurrentPercentage(),
                inputs.constant("regionConcurrencyType", step.getRegionConcurrencyType(), RegionConcurrency.class),
                regionOrder(regions),
                inputs.constant("concurrencyMode", step.getConcurrencyMode(), ConcurrencyMode.class));
        explainStrictMode(preferences);
        return preferences;
    }

    /** Source: CloudFormation API, StackSetOperationPreferences. */
    private void pair(String countName, Integer count, String percentageName, Integer percentage, int least) {
        if (count != null && percentage != null) {
            inputs.problem(Messages.StackSet_pair(countName, percentageName));
        }
        inputs.range(countName, count, least, Integer.MAX_VALUE);
        inputs.range(percentageName, percentage, least, PERCENT_MOST);
    }

    private List<String> regionOrder(List<String> regions) {
        if (step.getRegionOrder() == null && step.getRegionOrderText() == null) {
            return List.of();
        }
        List<String> order =
                TargetInput.regions("regionOrder", step.getRegionOrder(), step.getRegionOrderText(), inputs);
        if (!regions.isEmpty()) {
            order.stream()
                    .filter(region -> !regions.contains(region))
                    .forEach(region -> inputs.problem(Messages.StackSet_regionOrder(region)));
        }
        return order;
    }

    /**
     * In strict mode no more accounts are deployed at once than may fail, and one: whoever asks for more and does not get it
     * should know why. What percentages come to is not known, since nobody has counted the accounts of a region yet. Source: CloudFormation user guide, "Stack set operation options", concurrency mode.
     */
    private void explainStrictMode(OperationPreferences preferences) {
        if (preferences.concurrencyMode() == ConcurrencyMode.SOFT_FAILURE_TOLERANCE) {
            return;
        }
        Integer percentage = preferences.failureTolerancePercentage();
        if (percentage != null && percentage > 0) {
            explainStrictMode(percentage, preferences);
            return;
        }
        int tolerated = preferences.failureToleranceCount() == null ? 0 : preferences.failureToleranceCount();
        Integer count = preferences.maxConcurrentCount();
        boolean more =
                count == null ? preferences.maxConcurrentPercentage() != null && tolerated == 0 : count - 1 > tolerated;
        if (more) {
            String asked = count == null ? "maxConcurrentPercentage" : "maxConcurrentCount";
            preparation.console().line(Messages.StackSet_strict(asked, String.valueOf(tolerated + 1)));
        }
    }

    private void explainStrictMode(int tolerated, OperationPreferences preferences) {
        Integer count = preferences.maxConcurrentCount();
        Integer percentage = preferences.maxConcurrentPercentage();
        boolean more =
                count == null ? percentage != null && percentage > tolerated : count > 1 && tolerated < PERCENT_MOST;
        if (more) {
            String asked = count == null ? "maxConcurrentPercentage" : "maxConcurrentCount";
            preparation.console().line(Messages.StackSet_strictPercentage(asked, String.valueOf(tolerated)));
        }
    }
}
