package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** The errors of the stack set actions. Codes and HTTP statuses: the published model of CloudFormation 2010-05-15. */
final class StackSetErrors {
    private StackSetErrors() {}

    static ApiError stackSetNotFound(String name) {
        return new ApiError(404, "StackSetNotFoundException", "StackSet " + name + " not found");
    }

    static ApiError nameAlreadyExists(String name) {
        return new ApiError(409, "NameAlreadyExistsException", "The Name provided already exists: StackSet " + name);
    }

    static ApiError createdButModified(String name) {
        return new ApiError(
                409,
                "CreatedButModifiedException",
                "The StackSet " + name + " was created by a request with this token but with other content");
    }

    static ApiError stackSetNotEmpty() {
        return new ApiError(409, "StackSetNotEmptyException", "StackSet is not empty");
    }

    static ApiError operationInProgress(StackSetOperation other) {
        return new ApiError(
                409, "OperationInProgressException", "Another Operation on StackSet is in progress: " + other.id());
    }

    static ApiError operationIdAlreadyExists(String operationId) {
        return new ApiError(409, "OperationIdAlreadyExistsException", "OperationId " + operationId + " already exists");
    }

    static ApiError operationNotFound(String operationId) {
        return new ApiError(404, "OperationNotFoundException", "Operation " + operationId + " not found");
    }

    static ApiError stackInstanceNotFound(String account, String region) {
        return new ApiError(
                404,
                "StackInstanceNotFoundException",
                "Stack instance with account " + account + " and region " + region + " not found");
    }

    static ApiError invalidOperation(String message) {
        return new ApiError(400, "InvalidOperationException", message);
    }

    static ApiError limitExceeded(String message) {
        return new ApiError(400, "LimitExceededException", message);
    }

    static ApiError insufficientCapabilities(Iterable<String> needed) {
        return new ApiError(
                400,
                "InsufficientCapabilitiesException",
                "Requires capabilities : [" + String.join(", ", needed) + "]");
    }
}
