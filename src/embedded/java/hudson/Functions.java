package hudson;

import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Helpers that core's own pages use, as far as code calls them too. */
public class Functions {
    public static boolean isWindows() {
        return File.pathSeparatorChar == ';';
    }

    /** Prints a stack trace the way consoles show it. */
    public static void printStackTrace(Throwable problem, PrintStream out) {
        out.println(printThrowable(problem).stripTrailing());
    }

    public static void printStackTrace(Throwable problem, PrintWriter out) {
        out.println(printThrowable(problem).stripTrailing());
    }

    /** @return the stack trace, ending with a line break */
    public static String printThrowable(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
