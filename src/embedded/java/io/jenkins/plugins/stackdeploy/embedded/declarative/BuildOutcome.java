package io.jenkins.plugins.stackdeploy.embedded.declarative;

import hudson.Functions;
import hudson.model.Result;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What the interpreter asks about results. */
public final class BuildOutcome {
    private BuildOutcome() {}

    /** @return the result that a failure stands for */
    public static String of(Throwable failure) {
        return failure instanceof FlowInterruptedException interruption
                ? interruption.getResult().toString()
                : Result.FAILURE.toString();
    }

    /**
     * Combines.
     *
     * @param current the build's result so far; null counts as success
     * @param failure what the stage or the Pipeline failed with; null for nothing
     */
    public static String combine(String current, Throwable failure) {
        Result result = current == null ? Result.SUCCESS : Result.fromString(current);
        return (failure == null ? result : result.combine(Result.fromString(of(failure)))).toString();
    }

    /**
     * Decides whether a condition of {@code post} holds.
     *
     * @param result how it went
     * @param previous how the build before went; null if there was none
     */
    public static boolean satisfies(String condition, String result, String previous) {
        Result now = Result.fromString(result);
        Result before = previous == null ? null : Result.fromString(previous);
        return switch (condition) {
            case "always", "cleanup" -> true;
            case "changed" -> before != now;
            case "fixed" -> before != null && before != now && now == Result.SUCCESS && before != Result.NOT_BUILT;
            case "regression" -> before != null && now.isWorseThan(before) && now != Result.NOT_BUILT;
            case "aborted" -> now == Result.ABORTED;
            case "failure" -> now == Result.FAILURE;
            case "success" -> now == Result.SUCCESS;
            case "unstable" -> now == Result.UNSTABLE;
            case "unsuccessful" -> now != Result.SUCCESS;
            default -> throw new IllegalArgumentException(condition);
        };
    }

    /** @return the failure as the console shows it */
    public static String describe(Throwable failure) {
        return failure instanceof hudson.AbortException
                ? "ERROR: " + failure.getMessage()
                : Functions.printThrowable(failure).stripTrailing();
    }
}
