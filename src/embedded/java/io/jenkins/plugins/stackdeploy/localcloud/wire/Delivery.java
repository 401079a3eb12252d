package io.jenkins.plugins.stackdeploy.localcloud.wire;

/** How an answer reaches the client, or fails to. */
public enum Delivery {
    /** In full and at once. */
    WHOLE,
    /** In full, in small pieces over {@link Reply#duration}. */
    SLOW,
    /** The headers promise the whole body, then the connection closes half-way. */
    TRUNCATED,
    /** Not at all: the connection closes without a status line. */
    DROPPED
}
