package io.jenkins.plugins.stackdeploy.embedded.log;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the form in which Jenkins writes them to the console. */
public final class LogDates {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);

    private LogDates() {}

    /** The present, such as {@code Sun Nov 22 15:56:04 UTC 2026}. */
    public static String now() {
        return ZonedDateTime.now(ZoneId.systemDefault()).format(FORM);
    }
}
