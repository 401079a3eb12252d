package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.util.Map;

/**
 * An RPC request, taken apart before its sender is known.
 *
 * @param action from the header x-acs-action or the parameter Action, empty if neither is there
 * @param version from the header x-acs-version or the parameter Version, likewise
 * @param parameters query and form together
 */
record RpcCall(String action, String version, Map<String, String> parameters) {

    static RpcCall of(WireRequest request) {
        Map<String, String> parameters = request.parameters();
        return new RpcCall(
                request.header("x-acs-action").orElse(parameters.getOrDefault("Action", "")),
                request.header("x-acs-version").orElse(parameters.getOrDefault("Version", "")),
                parameters);
    }

    /** Returns the product that the version belongs to. */
    boolean isSts() {
        return switch (version) {
            case "2019-09-10" -> false;
            case "2015-04-01" -> true;
            default -> throw new ApiError(400, "InvalidVersion", "Specified parameter Version is not valid.");
        };
    }
}
