package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.TokenUse;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of an action, by somebody, at a moment that does not move while it is carried out.
 *
 * @param cloud what it works with
 * @param action its name
 * @param parameters checked parameters
 * @param accountId the caller's account
 * @param requestId id of this attempt
 * @param now the moment
 */
record Call(RosCloud cloud, String action, Parameters parameters, String accountId, String requestId, Instant now) {

    String region() {
        return parameters.text("RegionId");
    }

    /** Returns the stacks of the caller in the region that exist or can still be seen. */
    Stream<StackRecord> visibleStacks() {
        return cloud.store().families().stream()
                .filter(family -> family.root().accountId().equals(accountId)
                        && family.root().regionId().equals(region()))
                .flatMap(family -> family.stacks().stream())
                .filter(this::visible);
    }

    /**
     * Finds the stack that StackId names.
     *
     * @throws ApiError StackNotFound, HTTP 404
     */
    StackRecord stack() {
        return stack(parameters.text("StackId"));
    }

    StackRecord stack(String id) {
        return cloud.store()
                .familyOf(id)
                .flatMap(family -> family.stack(id))
                .filter(s -> s.accountId().equals(accountId) && s.regionId().equals(region()) && visible(s))
                .orElseThrow(() -> stackNotFound(id));
    }

    /**
     * Returns a copy of the family of the stack that StackId names, to change and then to commit.
     *
     * @throws ApiError StackNotFound for a stack that does not exist any more, NotSupported for a nested one,
     *     ActionInProgress for one that is being worked on
     */
    StackFamily idleFamily() {
        StackRecord stack = stack();
        StackFamily family = rootFamily(stack);
        if (stack.busy(now)) {
            throw actionInProgress(stack);
        }
        return family;
    }

    StackFamily rootFamily(StackRecord stack) {
        if (stack.at(now).deleted()) {
            throw stackNotFound(stack.id());
        }
        if (stack.parentId() != null) {
            throw new ApiError(
                    400, "NotSupported", action + " on the nested stack " + stack.name() + " is not supported.");
        }
        return cloud.store().familyOf(stack.id()).orElseThrow().copy();
    }

    ApiError actionInProgress(StackRecord stack) {
        return new ApiError(
                409,
                "ActionInProgress",
                "Stack " + stack.name() + " already has an action ("
                        + stack.lastOperation().action() + ") in progress.");
    }

    /** Returns the live stack of a name, if there is one. */
    Optional<StackRecord> liveStack(String name) {
        return cloud.store().families().stream()
                .map(StackFamily::root)
                .filter(s -> s.name().equals(name)
                        && s.accountId().equals(accountId)
                        && s.regionId().equals(region())
                        && visible(s)
                        && !s.at(now).deleted())
                .findFirst();
    }

    /** Returns what GetStack and ListStacks show of a stack, which may lag behind an update. */
    StackState shown(StackRecord stack) {
        var last = stack.lastOperation();
        boolean stale = last != null
                && last.updateTime() != null
                && now.isBefore(last.submittedAt().plus(cloud.options().staleAfterUpdate()));
        return stack.at(stale ? last.submittedAt().minusNanos(1) : now);
    }

    /** Saves a changed family together with the ClientToken, and makes the answer. */
    Answer commit(StackFamily family, ObjectNode answer) {
        if (parameters.has("ClientToken")) {
            family.tokens().add(new TokenUse(parameters.text("ClientToken"), digest(), now, answer.deepCopy()));
        }
        cloud.store().save(family);
        return new Answer(answer, true);
    }

    String digest() {
        return Digests.sha256Hex(action + parameters.business());
    }

    private boolean visible(StackRecord stack) {
        if (stack.createdAt().isAfter(now)) {
            return false;
        }
        StackState state = stack.at(now);
        return !state.abandoned()
                && !(state.deleted()
                        && !now.isBefore(stack.lastOperation()
                                .endsAt()
                                .plus(cloud.options().deletedStacksVisible())));
    }

    private static ApiError stackNotFound(String id) {
        return new ApiError(404, "StackNotFound", "The Stack (" + id + ") could not be found.");
    }
}
