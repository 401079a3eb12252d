package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.Optional;

/**
 * Creates a stack or updates it.
 *
 * <pre>
 *   RECONCILE --> OTHERS --> RECONCILE        somebody else's operation runs
 *       |------> CLEARING --> SUBMIT          recreate: what a failed creation left is deleted first
 *       '------> SUBMIT --> WATCH --> SETTLE
 * </pre>
 *
 * The token is saved before the request is sent and sent again, the same, until ROS has answered: however often that
 * takes, and whatever crashes meanwhile, ROS does it once.
 */
public final class RosDeployment extends RosRollout {
    private final RosDeployRequest request;
    private final RosSubmission submission;
    private final Clearing clearing;

    /**
     * A deployment, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    public RosDeployment(RosContext context, RosOperation operation, RosDeployRequest request, SecretValues secrets) {
        super(context, operation, request.stackName());
        this.request = request;
        this.submission = new RosSubmission(request, secrets);
        this.clearing = new Clearing(this, submission);
    }

    @Override
    boolean waitsForOthers() {
        return request.waitForOthers();
    }

    @Override
    EventDetail detail() {
        return request.events();
    }

    @Override
    int resourceCount() {
        return operation.action == RosOperation.Action.UPDATE
                ? 0
                : request.template().resources();
    }

    @Override
    boolean mayRollBack() {
        return !Boolean.TRUE.equals(request.disableRollback());
    }

    @Override
    boolean waitsForEnd() {
        return request.waitForEnd();
    }

    @Override
    Boolean deletionProtection() {
        return request.deletionProtection();
    }

    @Override
    RosTemplate template() {
        return request.template();
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        Optional<RosStack> live = client().find(stackName);
        if (live.isEmpty()) {
            say(Messages.Deploy_create(stackName, group().region()));
            return decide(RosOperation.Action.CREATE, null);
        }
        RosStack stack = live.get();
        if (RosStatus.isMoving(stack.status())) {
            return others.meet(stack);
        }
        return switch (LeftBehind.of(stack)) {
            case USABLE -> {
                say(Messages.Deploy_update(stackName, group().region(), stack.status()));
                yield decide(RosOperation.Action.UPDATE, stack);
            }
            case ONLY_RECREATE -> request.recreate() ? clear(stack) : refuse(stack);
        };
    }

    private Turn decide(RosOperation.Action action, RosStack stack) throws IOException {
        boolean recreates = action == RosOperation.Action.CREATE && operation.action == RosOperation.Action.RECREATE;
        operation.action = recreates ? RosOperation.Action.RECREATE : action;
        operation.expectEvents(client().serverTime(), stack == null ? null : RosStatus.UPDATE_IN_PROGRESS.name());
        return submitting.begin(stack);
    }

    private Turn refuse(RosStack stack) {
        operation.stackId = stack.id();
        return fail(Messages.Deploy_onlyRecreate(stackName, stack.status()));
    }

    private Turn clear(RosStack stack) throws IOException {
        operation.comesAfter(stack);
        if (stack.deletionProtected()) {
            return fail(Messages.Delete_protected(stackName));
        }
        say(Messages.Deploy_recreate(stackName, stack.status()));
        operation.action = RosOperation.Action.RECREATE;
        operation.notSent();
        return go(RosOperation.Phase.CLEARING);
    }

    @Override
    Turn clearing(Look look) throws CloudException, IOException {
        return clearing.turn(current(look));
    }

    /** What was in the way is gone. */
    Turn createAnew() throws IOException {
        say(Messages.Deploy_cleared(stackName));
        watching.beginAnew();
        return decide(RosOperation.Action.RECREATE, null);
    }

    // Submitting

    private boolean creates() {
        return operation.stackId == null;
    }

    @Override
    Turn submit() throws CloudException, IOException {
        return submitting.turn(this::send, this::notAccepted);
    }

    private Turn send() throws CloudException, IOException {
        RosSubmission.Call call = creates()
                ? submission.create(operation.token(), operation.notificationUrl)
                : submission.update(operation.stackId, operation.token());
        JsonNode answer = call.send(client());
        return accepted(creates() ? RosClient.text(answer, call.action(), "StackId") : operation.stackId, begun());
    }

    private RosStatus begun() {
        return creates() ? RosStatus.CREATE_IN_PROGRESS : RosStatus.UPDATE_IN_PROGRESS;
    }

    private Turn notAccepted(CloudException failed, boolean again) throws CloudException, IOException {
        return switch (failed.kind()) {
            case NO_CHANGE -> again && moved() ? found(operation.stackId) : unchanged();
            case EXISTS, BUSY, TOKEN_MISMATCH, NOT_FOUND -> submitting.unexpected(failed, again, this::earlier);
            default -> throw failed;
        };
    }

    private Optional<Turn> earlier() throws CloudException, IOException {
        Optional<RosStack> ours = ours();
        return ours.isPresent() ? Optional.of(found(ours.get().id())) : Optional.empty();
    }

    private Turn found(String id) throws IOException {
        say(Messages.Deploy_found(stackName));
        return accepted(id, begun());
    }

    /** The stack that an earlier attempt with our token made or changed, if that can be told. */
    private Optional<RosStack> ours() throws CloudException {
        if (creates()) {
            return client().find(stackName)
                    .filter(stack -> operation.events.since == null
                            || RosTimes.parse(stack.createTime()) == null
                            || !RosTimes.parse(stack.createTime()).isBefore(operation.events.since));
        }
        return moved() ? client().get(operation.stackId, false) : Optional.empty();
    }
}
