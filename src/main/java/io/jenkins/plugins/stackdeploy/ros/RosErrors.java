package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.util.Locale;
import java.util.Map;

/**
 * What ROS' and STS' error codes mean for a deployment.
 *
 * <p>Source: the error tables of ROS API 2019-09-10 and Alibaba Cloud's common errors. A code that is not listed is told
 * by its HTTP status: 429 throttled, 5xx passing, everything else refused.
 */
public final class RosErrors {
    /** How ROS says that an update would change nothing; NotSupported has other messages too. */
    static final String SAME_STACK = "Update the completely same stack";

    private static final Map<String, FaultKind> BY_CODE = Map.ofEntries(
            Map.entry("StackExists", FaultKind.EXISTS),
            Map.entry("ChangeSetExists", FaultKind.EXISTS),
            Map.entry("StackNotFound", FaultKind.NOT_FOUND),
            Map.entry("ChangeSetNotFound", FaultKind.NOT_FOUND),
            Map.entry("ResourceNotFound", FaultKind.NOT_FOUND),
            Map.entry("TemplateNotFound", FaultKind.NOT_FOUND),
            Map.entry("ActionInProgress", FaultKind.BUSY),
            Map.entry("StackValidationFailed", FaultKind.REFUSED),
            Map.entry("ContinueCreateStackValidationFailed", FaultKind.REFUSED),
            Map.entry("StackPolicyValidationFailed", FaultKind.REFUSED),
            Map.entry("InvalidTemplate", FaultKind.REFUSED),
            Map.entry("InvalidSchema", FaultKind.REFUSED),
            Map.entry("InvalidTemplateVersion", FaultKind.REFUSED),
            Map.entry("InvalidTemplateSection", FaultKind.REFUSED),
            Map.entry("InvalidTemplateReference", FaultKind.REFUSED),
            Map.entry("InvalidTemplateAttribute", FaultKind.REFUSED),
            Map.entry("InvalidTemplatePropertyType", FaultKind.REFUSED),
            Map.entry("CircularDependency", FaultKind.REFUSED),
            Map.entry("UserParameterMissing", FaultKind.REFUSED),
            Map.entry("UnknownUserParameter", FaultKind.REFUSED),
            Map.entry("InvalidOperation.SetDeletionProtection", FaultKind.REFUSED),
            Map.entry("InvalidParameter", FaultKind.REFUSED),
            Map.entry("InvalidIdempotenceParameter", FaultKind.TOKEN_MISMATCH),
            Map.entry("LastTokenProcessing", FaultKind.TOKEN_PROCESSING),
            Map.entry("Throttling", FaultKind.THROTTLED),
            Map.entry("Throttling.User", FaultKind.THROTTLED),
            Map.entry("Throttling.Api", FaultKind.THROTTLED),
            Map.entry("Throttling.API", FaultKind.THROTTLED),
            Map.entry("Rejected.Throttling", FaultKind.THROTTLED),
            Map.entry("ServiceUnavailable", FaultKind.TRANSIENT),
            Map.entry("InternalError", FaultKind.TRANSIENT),
            Map.entry("UnknownError", FaultKind.TRANSIENT),
            // Every attempt has a nonce of its own: this one was sent twice below us.
            Map.entry("SignatureNonceUsed", FaultKind.TRANSIENT),
            Map.entry("SignatureDoesNotMatch", FaultKind.CREDENTIALS),
            Map.entry("IncompleteSignature", FaultKind.CREDENTIALS),
            Map.entry("InvalidTimeStamp.Expired", FaultKind.CREDENTIALS),
            Map.entry("InvalidAccessKeyId.NotFound", FaultKind.CREDENTIALS),
            Map.entry("InvalidAccessKeyId.Inactive", FaultKind.CREDENTIALS),
            Map.entry("InvalidSecurityToken.Expired", FaultKind.CREDENTIALS),
            Map.entry("InvalidSecurityToken.Malformed", FaultKind.CREDENTIALS),
            Map.entry("InvalidSecurityToken.MismatchWithAccessKey", FaultKind.CREDENTIALS),
            Map.entry("Forbidden.RAM", FaultKind.DENIED),
            Map.entry("NoPermission", FaultKind.DENIED),
            Map.entry("Forbidden", FaultKind.DENIED));

    private RosErrors() {}

    /**
     * What an error means.
     *
     * @param code the error code; null when the answer had none
     * @param message the error message; may be null
     * @param httpStatus the HTTP status; 0 when unknown
     * @return the kind, never null
     */
    public static FaultKind kind(String code, String message, int httpStatus) {
        if (code == null) {
            return byHttpStatus(httpStatus);
        }
        if (code.equals("NotSupported")) {
            return message != null && message.startsWith(SAME_STACK) ? FaultKind.NO_CHANGE : FaultKind.REFUSED;
        }
        FaultKind kind = BY_CODE.get(code);
        if (kind != null) {
            return kind;
        }
        if (code.toLowerCase(Locale.ROOT).contains("throttling")) {
            return FaultKind.THROTTLED;
        }
        if (code.startsWith("InvalidSecurityToken") || code.startsWith("InvalidAccessKey")) {
            return FaultKind.CREDENTIALS;
        }
        if (code.startsWith("Forbidden") || code.startsWith("NoPermission") || code.startsWith("AccessDenied")) {
            return FaultKind.DENIED;
        }
        return byHttpStatus(httpStatus);
    }

    private static FaultKind byHttpStatus(int httpStatus) {
        if (httpStatus == 429) {
            return FaultKind.THROTTLED;
        }
        return httpStatus >= 500 ? FaultKind.TRANSIENT : FaultKind.REFUSED;
    }
}
