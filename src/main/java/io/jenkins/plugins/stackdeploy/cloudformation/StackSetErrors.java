package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What the errors of CloudFormation, STS and S3 mean for a deployment.
 *
 * <p>Source: the errors modelled in CloudFormation API 2010-05-15 under the names of their classes in the SDK, which differ
 * from some codes; the common errors of AWS' query APIs; the error codes of S3. An error that is not listed is told by its
 * HTTP status: 429 throttled, 5xx passing, everything else refused.
 */
final class StackSetErrors {
    /** The action that failures of taking on a role are told with. */
    static final String ASSUME_ROLE = "AssumeRole";

    /** How LimitExceededException begins when a quota of instances at once is meant, and not one of things that exist. */
    private static final String TOO_MANY_AT_ONCE = "cannot involve more than";

    private static final String NO_DELEGATE = "Account used is not a delegated administrator";

    private static final Map<String, FaultKind> MODELLED = Map.ofEntries(
            Map.entry("AlreadyExistsException", FaultKind.EXISTS),
            Map.entry("CfnRegistryException", FaultKind.REFUSED),
            Map.entry("ChangeSetNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("ConcurrentResourcesLimitExceededException", FaultKind.LIMIT),
            // It exists and somebody has changed it since: what is there is to be read, as if it had always been there.
            Map.entry("CreatedButModifiedException", FaultKind.EXISTS),
            Map.entry("GeneratedTemplateNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("HookResultNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("InsufficientCapabilitiesException", FaultKind.REFUSED),
            Map.entry("InvalidChangeSetStatusException", FaultKind.REFUSED),
            Map.entry("InvalidOperationException", FaultKind.REFUSED),
            Map.entry("InvalidStateTransitionException", FaultKind.REFUSED),
            Map.entry("LimitExceededException", FaultKind.REFUSED),
            Map.entry("NameAlreadyExistsException", FaultKind.EXISTS),
            Map.entry("OperationIdAlreadyExistsException", FaultKind.TOKEN_MISMATCH),
            Map.entry("OperationInProgressException", FaultKind.BUSY),
            Map.entry("OperationNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("OperationStatusCheckFailedException", FaultKind.REFUSED),
            Map.entry("ResourceScanInProgressException", FaultKind.BUSY),
            Map.entry("ResourceScanLimitExceededException", FaultKind.LIMIT),
            Map.entry("ResourceScanNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("StackInstanceNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("StackNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("StackRefactorNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("StackSetNotEmptyException", FaultKind.REFUSED),
            Map.entry("StackSetNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("StaleRequestException", FaultKind.STALE),
            Map.entry("TokenAlreadyExistsException", FaultKind.TOKEN_MISMATCH),
            Map.entry("TypeConfigurationNotFoundException", FaultKind.NOT_FOUND),
            Map.entry("TypeNotFoundException", FaultKind.NOT_FOUND));

    private static final Map<String, FaultKind> BY_CODE = Map.ofEntries(
            Map.entry("RequestLimitExceeded", FaultKind.THROTTLED),
            Map.entry("BandwidthLimitExceeded", FaultKind.THROTTLED),
            Map.entry("TooManyRequestsException", FaultKind.THROTTLED),
            Map.entry("SlowDown", FaultKind.THROTTLED),
            Map.entry("InternalFailure", FaultKind.TRANSIENT),
            Map.entry("InternalError", FaultKind.TRANSIENT),
            Map.entry("ServiceUnavailable", FaultKind.TRANSIENT),
            Map.entry("RequestTimeout", FaultKind.TRANSIENT),
            Map.entry("RequestTimeoutException", FaultKind.TRANSIENT),
            Map.entry("PriorRequestNotComplete", FaultKind.TRANSIENT),
            Map.entry("OperationAborted", FaultKind.TRANSIENT),
            Map.entry("ExpiredToken", FaultKind.CREDENTIALS),
            Map.entry("ExpiredTokenException", FaultKind.CREDENTIALS),
            Map.entry("InvalidToken", FaultKind.CREDENTIALS),
            Map.entry("InvalidClientTokenId", FaultKind.CREDENTIALS),
            Map.entry("InvalidAccessKeyId", FaultKind.CREDENTIALS),
            Map.entry("UnrecognizedClientException", FaultKind.CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", FaultKind.CREDENTIALS),
            Map.entry("InvalidSignatureException", FaultKind.CREDENTIALS),
            Map.entry("IncompleteSignature", FaultKind.CREDENTIALS),
            Map.entry("MissingAuthenticationToken", FaultKind.CREDENTIALS),
            Map.entry("AuthFailure", FaultKind.CREDENTIALS),
            Map.entry("RequestExpired", FaultKind.CREDENTIALS),
            Map.entry("RequestInTheFuture", FaultKind.CREDENTIALS),
            Map.entry("RequestTimeTooSkewed", FaultKind.CREDENTIALS),
            Map.entry("AccessDenied", FaultKind.DENIED),
            Map.entry("AccessDeniedException", FaultKind.DENIED),
            Map.entry("UnauthorizedOperation", FaultKind.DENIED),
            Map.entry("NotAuthorized", FaultKind.DENIED),
            Map.entry("OptInRequired", FaultKind.DENIED),
            Map.entry("RegionDisabledException", FaultKind.DENIED),
            Map.entry("NoSuchBucket", FaultKind.NOT_FOUND),
            Map.entry("NoSuchKey", FaultKind.NOT_FOUND));

    private StackSetErrors() {}

    /**
     * What a failure of the SDK was.
     *
     * @param action the API action that was called
     * @param failed how it ended
     * @return the failure, told in the cloud's words where it has any
     */
    static CloudException explain(String action, SdkException failed) {
        if (failed instanceof AwsServiceException answered) {
            return explain(failed instanceof StsException ? ASSUME_ROLE : action, answered);
        }
        if (failed instanceof ApiCallAttemptTimeoutException || isBroken(failed)) {
            return new CloudException(
                    FaultKind.NO_ANSWER, action, null, Messages.Aws_noAnswer(failed.getMessage()), null);
        }
        return new CloudException(FaultKind.TRANSIENT, action, null, Messages.Aws_oddAnswer(failed.getMessage()), null);
    }

    private static CloudException explain(String action, AwsServiceException answered) {
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        String message = details == null ? null : details.errorMessage();
        FaultKind kind = kind(answered.getClass().getSimpleName(), code, message, answered.statusCode());
        String text = message == null || message.isBlank()
                ? Messages.Aws_status(String.valueOf(answered.statusCode()))
                : message;
        if (text.contains(NO_DELEGATE)) {
            text = Messages.Aws_noDelegate(text);
        }
        if ("SignatureDoesNotMatch".equals(code)) {
            // Some services append the whole request as they have read it, which helps nobody to correct a key.
            text = text.strip().split("\\R\\s*\\R", 2)[0];
        }
        return new CloudException(kind, action, code == null ? null : Text.oneLine(code), text, answered.requestId());
    }

    /** Credentials that cannot be had: for want of them, unless it is asking for them that failed. */
    static CloudException withoutCredentials(SdkException failed) {
        if (failed instanceof SdkServiceException || failed.getCause() != null) {
            return explain(ASSUME_ROLE, failed);
        }
        return new CloudException(FaultKind.CREDENTIALS, ASSUME_ROLE, null, failed.getMessage(), null);
    }

    /**
     * What an error means.
     *
     * @param type the simple name of the SDK's exception
     * @param code the error code; null when the answer had none
     * @param message the error message; may be null
     * @param httpStatus the HTTP status
     * @return the kind, never null
     */
    static FaultKind kind(String type, String code, String message, int httpStatus) {
        String said = message == null ? "" : message;
        if (type.equals("LimitExceededException") && said.contains(TOO_MANY_AT_ONCE)) {
            return FaultKind.LIMIT;
        }
        if (MODELLED.containsKey(type)) {
            return MODELLED.get(type);
        }
        if (code == null) {
            return byHttpStatus(httpStatus);
        }
        if (code.equals("ValidationError")) {
            return byMessage(said);
        }
        if (BY_CODE.containsKey(code)) {
            return BY_CODE.get(code);
        }
        return code.toLowerCase(Locale.ROOT).contains("throttl") ? FaultKind.THROTTLED : byHttpStatus(httpStatus);
    }

    /** ValidationError stands for many things that have no code of their own. */
    private static FaultKind byMessage(String message) {
        if (message.contains("No updates are to be performed")) {
            return FaultKind.NO_CHANGE;
        }
        return message.contains(NO_DELEGATE) ? FaultKind.DENIED : FaultKind.REFUSED;
    }

    private static FaultKind byHttpStatus(int httpStatus) {
        if (httpStatus == 429) {
            return FaultKind.THROTTLED;
        }
        return httpStatus >= 500 ? FaultKind.TRANSIENT : FaultKind.REFUSED;
    }

    private static boolean isBroken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
