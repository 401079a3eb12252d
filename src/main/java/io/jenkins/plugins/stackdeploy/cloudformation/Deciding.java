package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/** Reads what there is so that the work can decide what to do, and decides anew when that has moved meanwhile. */
final class Deciding {
    /** How often the stack set may move between looking and acting before that is an error. */
    private static final int MOST_SURPRISES = 5;

    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(2);

    private final StackSetWork work;
    private final StackSetFacts facts;

    Deciding(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    Turn turn() throws CloudException, IOException {
        Optional<StackSet> live = work.step.once("set", () -> work.client().describe(work.name, work.callAs()));
        if (live.isEmpty()) {
            return work.absent();
        }
        StackSet set = live.get();
        facts.stackSetId = Text.oneLine(set.stackSetId());
        facts.serviceManaged = SetSettings.isServiceManaged(set);
        Optional<Turn> ruledOut = work.ruledOut(set);
        if (ruledOut.isPresent()) {
            return ruledOut.get();
        }
        boolean queues = set.managedExecution() != null
                && Boolean.TRUE.equals(set.managedExecution().active());
        if (!queues || work.needsQuiet()) {
            // Where operations cannot queue, what the instances are like is not settled while one runs.
            Optional<Turn> busy = work.others.inTheWay();
            if (busy.isPresent()) {
                return busy.get();
            }
        }
        return work.decide(set, work.step.once("instances", work.inventory::read));
    }

    /**
     * CloudFormation refused a call because the stack set is no longer what it was a moment ago: decides anew. Not at once,
     * since looks lag behind; a stack set that is busy is waited for without end.
     */
    Turn anew(CloudException surprise) throws IOException {
        boolean busy = surprise.kind() == FaultKind.BUSY;
        facts.surprises++;
        if (!busy && facts.surprises > MOST_SURPRISES) {
            facts.end(work.failed(surprise));
            return Turn.OVER;
        }
        if (facts.surprises <= MOST_SURPRISES) {
            work.say(Messages.Decide_surprise(work.name, surprise.describe()));
        }
        work.go(Phase.DECIDE);
        return Turn.after(busy ? work.pace.next(work.running()) : AFTER_A_SURPRISE.multipliedBy(facts.surprises));
    }
}
