package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Text;

/** What is said when work on a stack ends before its time: for an error that does not pass, or at its deadline. */
final class Ending {
    private final RosWork work;
    private final RosOperation operation;

    Ending(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /** A call failed for good. */
    Outcome failed(CloudException failure) {
        String message = whatFailed(failure.describe());
        work.say(message);
        RosAdvice.on(failure).ifPresent(advice -> work.say("  " + advice));
        return new Outcome(Outcome.Kind.FAILURE, message, work.facts());
    }

    private String whatFailed(String why) {
        if (operation.finalStatus != null) {
            return Messages.Failed_afterEnd(work.stackName, operation.finalStatus, why);
        }
        return operation.submittedAt() == null ? work.notDone(why) : Messages.Failed_watching(work.stackName, why);
    }

    /** The deadline has passed. */
    Outcome overdue() {
        String message = Text.oneLine(tooLate(Durations.tell(work.running())));
        work.say(message);
        return new Outcome(Outcome.Kind.FAILURE, message, work.facts());
    }

    private String tooLate(String after) {
        if (operation.finalStatus != null) {
            return Messages.Overdue_ended(work.stackName, operation.finalStatus);
        }
        if (operation.submittedAt() == null) {
            return work.notDone(Messages.Overdue_notBegun(after));
        }
        String lastStatus = work.watching.lastStatus();
        return lastStatus.isEmpty()
                ? Messages.Overdue_unseen(work.stackName, after)
                : Messages.Overdue_watching(work.stackName, lastStatus, after);
    }
}
