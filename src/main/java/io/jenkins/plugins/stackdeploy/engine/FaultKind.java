package io.jenkins.plugins.stackdeploy.engine;

/**
 * How a call to a cloud went wrong, told by what is to be done about it. Each cloud keeps a table from its error codes to
 * these kinds.
 */
public enum FaultKind {
    /** Too many calls: wait, with every other deployment of the account and region, and call again. */
    THROTTLED(true),
    /** The service failed (5xx, an answer that is not of its protocol): the same call again. */
    TRANSIENT(true),
    /** No answer came back: whether the call took effect is unknown. The same call, with the same token, again. */
    NO_ANSWER(true),
    /** An earlier call with the same token is still being worked on: it was accepted. */
    TOKEN_PROCESSING(true),
    /** The token was used before, perhaps with other arguments: an earlier call was accepted. */
    TOKEN_MISMATCH(false),
    /** The thing changed between being read and this call: read it again, then call. */
    STALE(true),
    /** More at once than the account may have: fewer, or later. */
    LIMIT(false),
    /** The stack has an operation in progress. */
    BUSY(false),
    /** There is nothing to change. */
    NO_CHANGE(false),
    /** The named thing exists already. */
    EXISTS(false),
    /** The named thing does not exist. */
    NOT_FOUND(false),
    /** The credentials are wrong. */
    CREDENTIALS(false),
    /** The credentials are right, but may not do this. */
    DENIED(false),
    /** The request is refused for what it says. */
    REFUSED(false);

    private final boolean passing;

    FaultKind(boolean passing) {
        this.passing = passing;
    }

    /**
     * Whether the same call may succeed later, so that it never decides how a deployment ends.
     *
     * @return true for throttling, server faults, lost answers, requests still being worked on and changes in between
     */
    public boolean isPassing() {
        return passing;
    }
}
