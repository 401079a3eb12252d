package hudson.model;

import hudson.console.ConsoleNote;
import hudson.console.HyperlinkNote;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Where a build writes what its people should read. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the libraries here
public interface TaskListener extends SerializableOnlyOverRemoting {
    /** Swallows everything. */
    TaskListener NULL = new NullTaskListener();

    PrintStream getLogger();

    /** The charset that {@link #getLogger} writes in. */
    default Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    /** Attaches markup to the place reached in the log. */
    default void annotate(ConsoleNote ann) throws IOException {
        getLogger().flush();
    }

    default void hyperlink(String url, String text) throws IOException {
        getLogger().print(HyperlinkNote.encodeTo(url, text));
    }

    /** Prints an error and hands back a writer for what belongs to it. */
    default PrintWriter error(String msg) {
        return prefixed("ERROR: ", msg);
    }

    default PrintWriter error(String format, Object... args) {
        return error(String.format(format, args));
    }

    default PrintWriter fatalError(String msg) {
        return prefixed("FATAL: ", msg);
    }

    default PrintWriter fatalError(String format, Object... args) {
        return fatalError(String.format(format, args));
    }

    private PrintWriter prefixed(String prefix, String msg) {
        PrintStream out = getLogger();
        out.println(prefix + msg);
        return new PrintWriter(new OutputStreamWriter(out, getCharset()), true);
    }

    /** The listener behind {@link #NULL}. */
    final class NullTaskListener implements TaskListener {
        private static final long serialVersionUID = 1L;

        private NullTaskListener() {}

        @Override
        public PrintStream getLogger() {
            return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        }
    }
}
