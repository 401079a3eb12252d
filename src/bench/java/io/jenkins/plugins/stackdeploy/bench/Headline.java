package io.jenkins.plugins.stackdeploy.bench;

/**
 * One line of the summary.
 *
 * @param metric what was measured, with its unit
 * @param how measured, or simulated
 * @param ours what Stack Deploy came to
 * @param peer the peer that comes nearest, and what it came to
 * @param ratio how many times better ours is, below 1 when it is worse; null where that means nothing
 * @param aim what was aimed at; null for nothing
 * @param met whether the aim was met; null without one
 */
record Headline(String metric, How how, String ours, String peer, Double ratio, String aim, Boolean met) {
    /** Where a number comes from. */
    enum How {
        /** Real time, real calls. */
        MEASURED,
        /** Real calls to a local cloud, both in virtual time. */
        VIRTUAL,
        /** Virtual time and no calls over the network. */
        SIMULATED;

        String word() {
            return switch (this) {
                case MEASURED -> "measured";
                case VIRTUAL -> "measured in virtual time";
                case SIMULATED -> "simulated";
            };
        }
    }
}
