package io.jenkins.plugins.stackdeploy.localcloud.stack;

/**
 * Why an operation failed: the product call behind it, as GetStack's OperationInfo shows it.
 *
 * @param action the product's API action, such as {@code CreateDBInstance}
 * @param code the product's error code
 * @param logicalId the resource concerned, or an empty text if it is none in particular
 * @param resourceType its type, or an empty text
 * @param message the product's message
 * @param requestId id of the product call
 */
public record Failure(
        String action, String code, String logicalId, String resourceType, String message, String requestId) {}
