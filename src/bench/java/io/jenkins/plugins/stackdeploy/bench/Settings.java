package io.jenkins.plugins.stackdeploy.bench;

import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param quick whether a few repetitions must do
 * @param peers the programs to compare with
 * @param images where figures are written to
 */
record Settings(boolean quick, Peers peers, Path images) {
    /** One number for the quick run, another for the thorough one. */
    int count(int whenQuick, int otherwise) {
        return quick ? whenQuick : otherwise;
    }
}
