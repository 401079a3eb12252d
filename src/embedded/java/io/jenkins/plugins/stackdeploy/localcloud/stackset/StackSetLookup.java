package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;

/** Whose sets a call is about, and the set that it names. */
final class StackSetLookup {
    private final StackSetCloud cloud;

    StackSetLookup(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Returns the account whose sets the call is about: the management account's for a delegated administrator.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError if the caller is none
     */
    String owner(QueryCall call) {
        if (call.parameters().choice("CallAs", CallAs.class, CallAs.SELF) == CallAs.SELF) {
            return call.accountId();
        }
        if (!cloud.organization().isDelegatedAdministrator(call.accountId())) {
            throw AwsErrors.validation("Account used is not a delegated administrator");
        }
        return cloud.organization().managementAccount();
    }

    /**
     * Finds the set that StackSetName names.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError StackSetNotFoundException
     */
    StackSetRecord set(QueryCall call) {
        String name = call.parameters().required("StackSetName");
        return cloud.store()
                .find(owner(call), call.region(), name)
                .orElseThrow(() -> StackSetErrors.stackSetNotFound(name));
    }

    /**
     * Finds the operation that OperationId names.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError OperationNotFoundException
     */
    StackSetOperation operation(StackSetRecord set, QueryCall call) {
        String id = call.parameters().required("OperationId");
        return set.operation(id).orElseThrow(() -> StackSetErrors.operationNotFound(id));
    }

    /** As whom a call is made (CallAs). */
    enum CallAs {
        /** As the account that it is. */
        SELF,
        /** For the management account. */
        DELEGATED_ADMIN
    }
}
