package io.jenkins.plugins.stackdeploy.engine;

/**
 * Keeps what happens in a deployment for the page that shows it. It is told in this order:
 *
 * <ol>
 *   <li>{@link Entry.Begun}, at the first turn in every process: after a restart again, with the same time, and once more
 *       when it has become known how many resources or instances there will be. The last one counts;
 *   <li>{@link Entry.Reached}, whenever another {@link Stage} begins;
 *   <li>{@link Entry.Accepted}, when the cloud has taken the request or an earlier one turns out to be ours;
 *   <li>{@link Entry.Status}, {@link Entry.Resource} and {@link Entry.Instance}, as they are seen. All of them, whatever the
 *       log shows. What is told twice counts once: a resource is known by its path, an instance by account and region;
 *   <li>{@link Entry.Failed}, when it is known what failed and why;
 *   <li>{@link Entry.Ended}, once, by whoever listens to the {@link DeploymentRun}.
 * </ol>
 *
 * Texts may be told as the cloud wrote them: they are masked, made printable and shortened before they are kept.
 */
@FunctionalInterface
public interface Recorder {
    /** Keeps nothing. */
    Recorder NONE = entry -> {};

    /**
     * Keeps an entry. Never fails: a page that lacks something must not hold up a deployment.
     *
     * @param entry what happened
     */
    void record(Entry entry);
}
