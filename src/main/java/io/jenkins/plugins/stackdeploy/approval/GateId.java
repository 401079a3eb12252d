package io.jenkins.plugins.stackdeploy.approval;

import java.util.Locale;
import java.util.Set;

/** Names made fit for URLs. */
final class GateId {
    private static final int LONGEST = 60;

    /** What leads somewhere else below the page of gates. */
    private static final Set<String> TAKEN = Set.of("status", "run", "gates", "texts", "target", "index");

    private GateId() {}

    /**
     * The letters and digits of ASCII in a name, lower case, with hyphens for what is between.
     *
     * @return such as {@code release-to-production}; {@code gate} when nothing is left
     */
    static String of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
        return cut.isEmpty() || TAKEN.contains(cut) ? ("gate-" + cut).replaceAll("-$", "") : cut;
    }
}
