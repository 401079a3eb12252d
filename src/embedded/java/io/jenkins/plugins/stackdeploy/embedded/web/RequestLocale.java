package io.jenkins.plugins.stackdeploy.embedded.web;

import java.util.List;
import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;

/** Texts are in the language that the browser asks for; outside of requests in that of the process. */
final class RequestLocale extends LocaleProvider {
    private static final ThreadLocal<Locale> CURRENT = new ThreadLocal<>();

    private RequestLocale() {}

    static void install() {
        LocaleProvider.setProvider(new RequestLocale());
    }

    /** @param acceptLanguage the header; may be null */
    static void begin(String acceptLanguage) {
        if (acceptLanguage != null) {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage);
            CURRENT.set(Locale.forLanguageTag(wanted.get(0).getRange()));
        }
    }

    static void end() {
        CURRENT.remove();
    }

    @Override
    public Locale get() {
        Locale current = CURRENT.get();
        return current == null ? Locale.getDefault() : current;
    }
}
