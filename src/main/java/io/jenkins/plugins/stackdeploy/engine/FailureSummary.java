package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What failed and why, the cause first.
 *
 * @param headline one line that says it all
 * @param causes the resources that really failed, the first failure first
 * @param followers the resources that were only cancelled because of them, each in one line
 * @param leftIn what state it was left in; one line
 * @param advice what to do next, one line each
 */
public record FailureSummary(
        String headline, List<Cause> causes, List<String> followers, String leftIn, List<String> advice) {
    private static final int MOST_FOLLOWERS = 5;

    /**
     * A resource that failed.
     *
     * @param path where it is: names of nested stacks, or account and region, ending with the resource's logical id
     * @param type the resource's type
     * @param status the status it failed with
     * @param reason its own reason, in full
     * @param source where it is declared, such as {@code main.yaml:42}; null when unknown
     */
    public record Cause(String path, String type, String status, String reason, String source) {}

    /** Copies the lists. */
    public FailureSummary {
        causes = List.copyOf(causes);
        followers = List.copyOf(followers);
        advice = List.copyOf(advice);
    }

    /**
     * The summary for a build log.
     *
     * @return lines without line ends, the headline first
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(headline);
        for (Cause cause : causes) {
            lines.add("  " + Text.oneLine(cause.path() + "  " + cause.type() + "  " + cause.status())
                    + (cause.source() == null ? "" : "  (" + cause.source() + ")"));
            Text.printable(cause.reason()).strip().lines().forEach(line -> lines.add("    " + line));
        }
        if (!followers.isEmpty()) {
            lines.add("  " + Messages.Summary_followers(followers.size()));
            followers.stream().limit(MOST_FOLLOWERS).forEach(line -> lines.add("    " + line));
            if (followers.size() > MOST_FOLLOWERS) {
                lines.add("    " + Messages.Summary_more(followers.size() - MOST_FOLLOWERS));
            }
        }
        if (leftIn != null) {
            lines.add("  " + leftIn);
        }
        advice.forEach(line -> lines.add("  " + Messages.Summary_next(line)));
        return lines;
    }
}
