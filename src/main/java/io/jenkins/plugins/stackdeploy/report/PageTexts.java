package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.jvnet.localizer.LocaleProvider;
import org.jvnet.localizer.ResourceBundleHolder;

/** The texts that scripts need, from the same files as all others. */
public final class PageTexts {
    private PageTexts() {}

    /**
     * Texts of the pages of deployments in the language of whoever asks.
     *
     * @param prefix what their keys begin with
     * @return a JSON object of texts by the rest of their keys; placeholders are left as they are
     */
    static String json(String prefix) {
        return json(Messages.class, prefix);
    }

    /**
     * Texts in the language of whoever asks.
     *
     * @param messages the class of the package's texts
     * @param prefix what their keys begin with
     * @return a JSON object of texts by the rest of their keys; placeholders are left as they are
     */
    public static String json(Class<?> messages, String prefix) {
        ResourceBundleHolder holder = ResourceBundleHolder.get(messages);
        ResourceBundle bundle = holder.get(LocaleProvider.getLocale());
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(bundle.keySet())) {
            if (key.startsWith(prefix)) {
                texts.put(key.substring(prefix.length()), holder.format(key, "{0}", "{1}"));
            }
        }
        return texts.toString();
    }

    /**
     * One of the texts.
     *
     * @param key its key, which may be made of what a cloud has answered
     * @return the text; for a key that there is none for, what comes after its last dot
     */
    static String text(String key) {
        ResourceBundleHolder holder = ResourceBundleHolder.get(Messages.class);
        return holder.get(LocaleProvider.getLocale()).containsKey(key)
                ? holder.format(key)
                : key.substring(key.lastIndexOf('.') + 1);
    }
}
