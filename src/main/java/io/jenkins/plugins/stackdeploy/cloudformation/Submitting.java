package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/** Sends the calls of a plan, each until CloudFormation has answered it, and makes out what a refusal means. */
final class Submitting {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final StackSetWork work;
    private final StackSetFacts facts;

    Submitting(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    Turn turn() throws CloudException, IOException {
        PlannedOperation planned = facts.now();
        if (planned.sent && work.step.once("accepted", () -> isAccepted(planned))) {
            work.say(Messages.Submit_found(planned.id));
            return accepted(planned);
        }
        Optional<Turn> forbidden = work.beforeSending(planned);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        boolean again = planned.sent;
        Submission.Call call = work.step.once("call", () -> work.prepare(planned));
        planned.sent = true;
        work.save();
        try {
            String id = call.send();
            if (planned.kind == Kind.CREATE_SET) {
                facts.stackSetId = id;
            }
            return accepted(planned);
        } catch (OverBudgetException later) {
            planned.sent = again;
            throw later;
        } catch (CloudException failed) {
            return refused(planned, failed, again);
        }
    }

    /** Whether CloudFormation knows the operation by our id, so that an answer to an earlier attempt was lost. */
    boolean isAccepted(PlannedOperation planned) throws CloudException {
        return planned.kind.isOperation()
                && work.client().operation(work.name, planned.id, work.callAs()).isPresent();
    }

    /** CloudFormation has the call. */
    Turn accepted(PlannedOperation planned) throws IOException {
        if (facts.submittedAt() == null) {
            facts.submitted(work.now());
        }
        planned.acceptedAt = work.now();
        work.records().accepted();
        if (!planned.kind.isOperation()) {
            return carriedOut(planned);
        }
        work.say(Messages.Submit_accepted(planned.id, words(planned)));
        if (planned == facts.plan.get(0)) {
            work.say("  " + work.consoleUrl());
        }
        boolean last = facts.current == facts.plan.size() - 1;
        if (last && !work.request.operations().waitForEnd()) {
            work.say(Messages.Submit_notWaiting());
            Map<String, Object> result = work.result();
            result.put("status", OperationStatus.RUNNING.name());
            return work.end(Outcome.Kind.SUCCESS, Messages.Submit_notWaiting(), result);
        }
        return work.go(Phase.WATCH);
    }

    private Turn carriedOut(PlannedOperation planned) throws IOException {
        planned.status = OperationStatus.SUCCEEDED.name();
        if (planned.kind == Kind.CREATE_SET) {
            work.say(Messages.Submit_created(work.name, facts.stackSetId));
            work.say("  " + work.consoleUrl());
        }
        return work.next();
    }

    private static String words(PlannedOperation planned) {
        return switch (planned.kind) {
            case UPDATE_SET -> Messages.Kind_updateSet();
            case CREATE_INSTANCES -> Messages.Kind_createInstances();
            case UPDATE_INSTANCES -> Messages.Kind_updateInstances();
            case DELETE_INSTANCES -> Messages.Kind_deleteInstances();
            case CREATE_SET, DELETE_SET -> throw new IllegalStateException("no operation: " + planned.kind);
        };
    }

    private Turn refused(PlannedOperation planned, CloudException failed, boolean again)
            throws CloudException, IOException {
        return switch (failed.kind()) {
            case THROTTLED -> {
                // A throttled call has certainly not taken effect.
                if (!again) {
                    planned.sent = false;
                    work.save();
                }
                throw failed;
            }
            case EXISTS -> exists(failed, again);
            case BUSY, STALE, TOKEN_MISMATCH, NOT_FOUND -> unexpected(planned, failed);
            case LIMIT -> again && isAccepted(planned) ? accepted(planned) : crowded(planned, failed);
            case REFUSED -> {
                if (again && isAccepted(planned)) {
                    yield accepted(planned);
                }
                if ("StackSetNotEmptyException".equals(failed.code())) {
                    yield work.deciding.anew(failed);
                }
                throw failed;
            }
            default -> throw failed;
        };
    }

    /** The stack set is not what it was: either somebody was quicker, or this is about our own operation. */
    private Turn unexpected(PlannedOperation planned, CloudException failed) throws CloudException, IOException {
        if (isAccepted(planned)) {
            work.say(Messages.Submit_found(planned.id));
            return accepted(planned);
        }
        return failed.kind() == FaultKind.BUSY ? work.others.refused(failed) : work.deciding.anew(failed);
    }

    /** A stack set of the name is there: made by an earlier attempt whose answer was lost, or by somebody who was quicker. */
    private Turn exists(CloudException failed, boolean again) throws CloudException, IOException {
        if (again) {
            Optional<StackSet> found = work.client().describe(work.name, work.callAs());
            if (found.isPresent() && work.isOurs(found.get())) {
                facts.stackSetId = found.get().stackSetId();
                return accepted(facts.now());
            }
        }
        return work.deciding.anew(failed);
    }

    /** Too many instances at once, of this stack set or of all: in parts, or later. */
    private Turn crowded(PlannedOperation planned, CloudException failed) throws CloudException, IOException {
        planned.sent = false;
        if (work.request.operations().batchRegions()) {
            List<PlannedOperation> parts = split(planned);
            if (parts.size() > 1) {
                facts.plan.remove(facts.current);
                facts.plan.addAll(facts.current, parts);
                work.say(Messages.Submit_split(failed.describe(), Amounts.text(parts.size())));
                return work.go(Phase.SUBMIT);
            }
        }
        if (facts.crowded == 0) {
            work.say(
                    work.request.operations().batchRegions()
                            ? Messages.Submit_crowded(failed.describe())
                            : Messages.Submit_crowdedUnsplit(failed.describe()));
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(facts.crowded, 10));
        facts.crowded++;
        work.save();
        work.standing(Messages.Standing_crowded(work.name));
        return Turn.after(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private List<PlannedOperation> split(PlannedOperation planned) throws CloudException {
        if (planned.block != null && planned.block.regions().size() < 2) {
            return List.of(planned);
        }
        List<Instance> all = work.inventory.last().isEmpty() ? work.inventory.read() : work.inventory.last();
        return CallPlan.split(planned, all, work.targeting());
    }
}
