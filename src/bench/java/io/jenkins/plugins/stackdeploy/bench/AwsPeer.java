package io.jenkins.plugins.stackdeploy.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** Something that deploys a CloudFormation stack and waits for its end on the thread that asked. Safe for use by many threads. */
interface AwsPeer {
    /** What it is called in the tables. */
    String name();

    /**
     * Deploys once.
     *
     * @param job what to deploy
     * @return how it went
     */
    Seen deploy(Job job) throws Exception;

    /**
     * What to deploy.
     *
     * @param endpoint the local cloud
     * @param keys whom to deploy as
     * @param stackName the stack
     * @param template its template, JSON
     * @param folder an empty folder for files
     */
    record Job(URI endpoint, Keys keys, String stackName, String template, Path folder) {}

    /**
     * How a deployment went, as its user sees it.
     *
     * @param succeeded whether it said that all is well
     * @param ended when it ended
     * @param firstEvent when the first event of the stack was printed; null if it prints none
     * @param problem what it said when it failed; null otherwise
     */
    record Seen(boolean succeeded, Instant ended, Instant firstEvent, String problem) {}
}
