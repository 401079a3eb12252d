package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Text;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultSummary;

/**
 * What an operation has come to at one place.
 *
 * @param place the account and region
 * @param status by its name in the API
 * @param reason why, printable, may have several lines; empty when there is none
 */
record Result(Place place, String status, String reason) {
    /** How reasons begin of what was given up because of others; some come with status FAILED. */
    private static final String GIVEN_UP = "Cancelled since";

    static Result of(StackSetOperationResultSummary summary) {
        return new Result(
                new Place(Text.oneLine(summary.account()), Text.oneLine(summary.region())),
                Text.oneLine(summary.statusAsString()),
                Text.printable(summary.statusReason()).strip());
    }

    /** Whether it stays as it is within the operation. */
    boolean isEnd() {
        return ResultStatus.of(status).map(ResultStatus::isEnd).orElse(false);
    }

    boolean isRunning() {
        return ResultStatus.RUNNING.name().equals(status);
    }

    boolean isSuccess() {
        return ResultStatus.SUCCEEDED.name().equals(status);
    }

    /** Whether it failed of itself. */
    boolean isFailure() {
        return ResultStatus.of(status).map(ResultStatus::isFailure).orElse(false) && !reason.startsWith(GIVEN_UP);
    }

    /** Whether it was given up because of others, or was never tried. */
    boolean isCancelled() {
        return isEnd() && !isSuccess() && !isFailure();
    }
}
