package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.Optional;

/** What to do about an error of ROS, where there is something to say beyond its own message. */
final class RosAdvice {
    private RosAdvice() {}

    /**
     * Advice on an error.
     *
     * @param failure the error
     * @return one line, or empty
     */
    static Optional<String> on(CloudException failure) {
        String code = failure.code() == null ? "" : failure.code();
        return switch (failure.kind()) {
            case CREDENTIALS ->
                Optional.of(
                        code.startsWith("InvalidTimeStamp") ? Messages.Advice_clock() : Messages.Advice_credentials());
            case DENIED ->
                Optional.of(
                        failure.action().equals(AssumedRole.ACTION)
                                ? Messages.Advice_role()
                                : Messages.Advice_denied(failure.action()));
            case REFUSED ->
                switch (code) {
                    case "InvalidRegionId", "InvalidRegion", "InvalidRegionId.NotFound", "NoSuchRegion" ->
                        Optional.of(Messages.Advice_region());
                    case "EntityNotExist.Role", "InvalidParameter.RoleArn" -> Optional.of(Messages.Advice_role());
                    case "StackPolicyValidationFailed" -> Optional.of(Messages.Advice_policy());
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
