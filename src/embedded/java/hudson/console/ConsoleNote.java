package hudson.console;

import java.io.Serializable;

/** Markup inside a console log. The stand-in's console is plain text, so notes leave no trace in it. */
public abstract class ConsoleNote<T> implements Serializable {
    private static final long serialVersionUID = 1L;
}
