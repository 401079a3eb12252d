package io.jenkins.plugins.stackdeploy.embedded.cps;

/** Sees every place at which a killed process leaves something different behind. */
@FunctionalInterface
public interface Boundaries {
    /** Sees nothing. */
    Boundaries NONE = place -> {};

    /**
     * Called on the thread that is about to go on.
     *
     * @param place what was just done or is about to be done, for people
     * @throws KilledException to go no further
     */
    void reached(String place);

    /** Ends the work of a thread as if the process had been killed. */
    final class KilledException extends Error {
        private static final long serialVersionUID = 1L;

        /** @param place where it happened */
        public KilledException(String place) {
            super("killed at: " + place, null, false, false);
        }
    }
}
