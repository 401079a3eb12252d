package io.jenkins.plugins.stackdeploy.gate;

/** Why a decision is not taken. */
public enum Refusal {
    /** Whoever asks is not logged in. */
    ANONYMOUS(Kind.FORBIDDEN),
    /** Whoever asks lacks the permission to approve. */
    NOT_PERMITTED(Kind.FORBIDDEN),
    /** Whoever asks is among those who started the run. */
    REQUESTER(Kind.FORBIDDEN),
    /** No rule names whoever asks. */
    NOT_NAMED(Kind.FORBIDDEN),
    /** The gate was decided before. */
    SETTLED(Kind.CONFLICT),
    /** Whoever asks has approved already. */
    ALREADY_APPROVED(Kind.CONFLICT),
    /** Others fill every place that whoever asks fits. */
    NOT_NEEDED(Kind.CONFLICT),
    /** A comment must be given. */
    COMMENT_MISSING(Kind.INVALID),
    /** The comment is too long. */
    COMMENT_LONG(Kind.INVALID),
    /** Items of the checklist are not ticked. */
    CHECKLIST(Kind.INVALID),
    /** A parameter is missing, unknown or wrong. */
    PARAMETER(Kind.INVALID);

    private final Kind kind;

    Refusal(Kind kind) {
        this.kind = kind;
    }

    /** What sort of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** The sorts of refusals, by what would have to change. */
    public enum Kind {
        /** Who asks. */
        FORBIDDEN,
        /** When it is asked. */
        CONFLICT,
        /** What is said with it. */
        INVALID
    }
}
