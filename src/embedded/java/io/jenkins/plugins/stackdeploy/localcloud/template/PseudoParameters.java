package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values that every template may refer to without declaring them.
 *
 * @param stackId id of the stack
 * @param stackName name of the stack
 * @param accountId the account that owns it
 * @param regionId the region that it is in
 */
public record PseudoParameters(String stackId, String stackName, String accountId, String regionId) {
    /** A property with this value is left out. */
    static final String NO_VALUE = "ALIYUN::NoValue";

    private static final Set<String> NAMES =
            new PseudoParameters("", "", "", "").values().keySet();

    static boolean isPseudo(String name) {
        return NAMES.contains(name);
    }

    /** Returns the values by name, as GetStack lists them among the parameters. */
    public Map<String, String> values() {
        return new TreeMap<>(Map.of(
                "ALIYUN::StackId",
                stackId,
                "ALIYUN::StackName",
                stackName,
                "ALIYUN::AccountId",
                accountId,
                "ALIYUN::TenantId",
                accountId,
                "ALIYUN::Region",
                regionId,
                NO_VALUE,
                "None"));
    }
}
