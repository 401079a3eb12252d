package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;

/**
 * Where stack instances are, in which accounts; regions are given apart. Never defaulted.
 *
 * @param accounts account ids of 12 digits, in the order given
 * @param organizationalUnits ids of organizational units ({@code ou-...}) or of the root ({@code r-...}); at most 50
 * @param accountFilter how accounts refine the units; null when it was not given
 */
public record DeploymentTargets(List<String> accounts, List<String> organizationalUnits, AccountFilter accountFilter) {
    /** Copies the lists. */
    public DeploymentTargets {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        organizationalUnits = organizationalUnits == null ? List.of() : List.copyOf(organizationalUnits);
    }
}
