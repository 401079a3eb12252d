package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Accounts in organizational units, as service-managed permissions see them. Filled before the endpoint starts. */
public final class Organization {
    private final String managementAccount;
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> units = new TreeMap<>();
    private final Set<String> suspended = new HashSet<>();
    private final Set<String> delegated = new HashSet<>();

    /**
     * @param managementAccount owns the stack sets of delegated administrators, and is never a target; 12 digits
     */
    public Organization(String managementAccount) {
        this.managementAccount = managementAccount;
    }

    /**
     * Adds an organizational unit, or the root if it has no parent.
     *
     * @param id such as {@code ou-ab12-cdef3456} or {@code r-ab12}
     * @param parent the unit that it is in, or null
     * @param accounts the accounts that are in it directly
     */
    public Organization unit(String id, String parent, String... accounts) {
        parents.put(id, parent);
        for (String account : accounts) {
            units.put(account, id);
        }
        return this;
    }

    /** Marks an account as suspended: operations leave it out, whatever the permissions. */
    public Organization suspended(String account) {
        suspended.add(account);
        return this;
    }

    /** Lets an account administrate stack sets for the management account. */
    public Organization delegatedAdministrator(String account) {
        delegated.add(account);
        return this;
    }

    String managementAccount() {
        return managementAccount;
    }

    boolean isSuspended(String account) {
        return suspended.contains(account);
    }

    boolean isDelegatedAdministrator(String account) {
        return delegated.contains(account);
    }

    boolean hasUnit(String id) {
        return parents.containsKey(id);
    }

    /** Returns the unit that an account is in directly, or null. */
    String unitOf(String account) {
        return units.get(account);
    }

    /** Returns the accounts in units and in units below them, each with the unit of the list that it was found through. */
    Map<String, String> accountsIn(Iterable<String> unitIds) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String wanted : unitIds) {
            units.forEach((account, unit) -> {
                if (within(unit, wanted) && !account.equals(managementAccount)) {
                    result.putIfAbsent(account, wanted);
                }
            });
        }
        return result;
    }

    private boolean within(String unit, String wanted) {
        for (String at = unit; at != null; at = parents.get(at)) {
            if (at.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
