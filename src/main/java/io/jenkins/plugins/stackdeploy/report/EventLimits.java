package io.jenkins.plugins.stackdeploy.report;

/**
 * How much is kept of one deployment.
 *
 * @param lines after so many lines only failures and, at the end, last states are kept
 * @param bytes after so many bytes likewise
 */
record EventLimits(int lines, long bytes) {
    /** Enough for every event of a stack of 200 resources that is created, fails and is rolled back, thirty times over. */
    static final EventLimits USUAL = new EventLimits(20_000, 5L << 20);

    /** Failures are kept for as long again; then they too are only counted. */
    EventLimits forFailures() {
        return new EventLimits(lines * 2, bytes * 2);
    }

    boolean reached(int lines, long bytes) {
        return lines >= this.lines || bytes >= this.bytes;
    }
}
