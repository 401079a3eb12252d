package io.jenkins.plugins.stackdeploy.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.jvnet.localizer.LocaleProvider;

/** The texts beside a view, in the language of whoever asks. */
final class ViewTexts {
    private final Properties texts;

    private ViewTexts(Properties texts) {
        this.texts = texts;
    }

    /** @param path the path of the view without an ending */
    static ViewTexts of(Class<?> owner, String path) throws IOException {
        Locale locale = LocaleProvider.getLocale();
        Properties texts = new Properties();
        for (String suffix : new String[] {"", "_" + locale.getLanguage() + "_" + locale.getCountry()}) {
            try (InputStream in = owner.getResourceAsStream(path + suffix + ".properties")) {
                if (in != null) {
                    texts.load(in);
                }
            }
        }
        return new ViewTexts(texts);
    }

    /** @return the text; the key itself where there is none, as in Jenkins */
    String text(String key, Object... arguments) {
        return MessageFormat.format(texts.getProperty(key, key), arguments);
    }
}
