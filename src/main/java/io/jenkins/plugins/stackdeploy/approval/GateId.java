package io.jenkins.plugins.stackdeploy.approval;

import java.util.Locale;

/** Names made fit for URLs. */
final class GateId {
    private static final int LONGEST = 60;

    private GateId() {}

    /**
     * The letters and digits of ASCII in a name, lower case, with hyphens for what is between.
     *
     * @return such as {@code release-to-production}; {@code gate} when nothing is left
     */
    static String of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
        // The data of the page are at "status".
        return cut.isEmpty() || cut.equals("status") ? ("gate-" + cut).replaceAll("-$", "") : cut;
    }
}
