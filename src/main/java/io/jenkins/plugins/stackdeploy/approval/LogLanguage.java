package io.jenkins.plugins.stackdeploy.approval;

import java.util.Locale;
import org.jvnet.localizer.Localizable;

/**
 * The language of what is written to a build's log: that of Jenkins, as for every other line. In a request Jenkins speaks the
 * language of the browser, and people decide at gates in requests; but the log is for everybody.
 */
final class LogLanguage {
    private LogLanguage() {}

    static Locale locale() {
        return Locale.getDefault();
    }

    static String tell(Localizable text) {
        return text.toString(locale());
    }
}
