package hudson;

import java.io.IOException;

/** Fails a build with a message meant for its user: the console shows the message alone, without a stack trace. */
public class AbortException extends IOException {
    private static final long serialVersionUID = 1L;

    public AbortException() {}

    /** @param message what the user reads in the console */
    public AbortException(String message) {
        super(message);
    }
}
