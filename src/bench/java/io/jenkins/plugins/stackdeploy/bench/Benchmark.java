package io.jenkins.plugins.stackdeploy.bench;

/** One section of the result. */
interface Benchmark {
    /** What it is called on the command line. */
    String name();

    /**
     * Measures.
     *
     * @param settings how thoroughly, and against whom
     * @return what was found
     */
    Report run(Settings settings) throws Exception;
}
