package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;

/** Remembers, through a crash of the controller, which of the saved lines have been printed. */
public interface PrintedMark {
    /** For deployments that nobody goes on with after a restart. */
    PrintedMark NONE = new PrintedMark() {
        @Override
        public int last() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void printed(int number) {}
    };

    /**
     * The last lines that were printed.
     *
     * @return their {@link Operation#saidNumber}; 0 for none
     * @throws IOException when it cannot be read
     */
    int last() throws IOException;

    /**
     * Lines have been printed.
     *
     * @param number their {@link Operation#saidNumber}
     * @throws IOException when it could not be noted
     */
    void printed(int number) throws IOException;
}
