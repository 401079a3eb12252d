package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.List;

/**
 * Instances of a stack set in one region to which the same happens. Of very many not all are listed; the digest is over all.
 *
 * @param change what happens
 * @param region the region's id
 * @param count how many there are; 0 when only the cloud knows, as of organizational units that have none there yet
 * @param accounts the ids of their accounts, sorted, or the first of them
 * @param units the ids of the organizational units that they are created for; empty where accounts are known
 * @param digest the SHA-256 over all accounts and units
 */
public record InstanceGroup(
        InstanceChange change, String region, int count, List<String> accounts, List<String> units, String digest) {
    /** Makes the texts printable. */
    public InstanceGroup {
        region = Text.oneLine(region);
        accounts = accounts == null
                ? List.of()
                : accounts.stream().map(Text::oneLine).toList();
        units = units == null ? List.of() : units.stream().map(Text::oneLine).toList();
    }
}
