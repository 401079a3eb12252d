package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Text;

/** What is said when work on a stack set ends before its time: for an error that does not pass, or at its deadline. */
final class Ending {
    private final StackSetWork work;
    private final StackSetFacts facts;
    private final Conclusion conclusion;

    Ending(StackSetWork work, Conclusion conclusion) {
        this.work = work;
        this.facts = work.facts;
        this.conclusion = conclusion;
    }

    /** A call failed for good. */
    Outcome failed(CloudException failure) {
        String why = failure.describe();
        String message;
        if (facts.submittedAt() == null) {
            message = work.notDone(why);
        } else if (isUnderWay(facts.now())) {
            message = Messages.Failed_watching(work.name, facts.now().id, why);
        } else {
            message = Messages.Failed_partly(work.name, why);
        }
        work.say(message);
        StackSetAdvice.on(failure).ifPresent(advice -> work.say("  " + advice));
        return new Outcome(Outcome.Kind.FAILURE, message, work.result());
    }

    /** The deadline has passed. */
    Outcome overdue() {
        if (facts.phase == Phase.SETTLE && work.isProvenByOperations() && conclusion.isGood()) {
            // CloudFormation is done, and well: that the instances could not be read in time does not undo it.
            String message = Messages.Overdue_settling(work.name);
            work.say(message);
            return new Outcome(Outcome.Kind.SUCCESS, message, work.result());
        }
        String message = Text.oneLine(tooLate(Durations.tell(work.sinceBegin())));
        work.say(message);
        return new Outcome(Outcome.Kind.FAILURE, message, work.result());
    }

    private static boolean isUnderWay(PlannedOperation planned) {
        return planned != null && planned.acceptedAt != null && planned.status == null;
    }

    private String tooLate(String after) {
        PlannedOperation planned = facts.now();
        if (isUnderWay(planned)) {
            String status = work.watching.lastStatus();
            return Messages.Overdue_watching(
                    work.name, planned.id, status.isEmpty() ? OperationStatus.RUNNING.name() : status, after);
        }
        if (facts.submittedAt() != null) {
            return Messages.Overdue_partly(work.name, after);
        }
        return work.notDone(facts.crowded > 0 ? Messages.Overdue_crowded(after) : Messages.Overdue_notBegun(after));
    }
}
