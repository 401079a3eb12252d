package hudson.console;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;

/** A link from a console log to something in Jenkins. */
public class ModelHyperlinkNote extends HyperlinkNote {
    private static final long serialVersionUID = 1L;

    public static String encodeTo(Item item) {
        return item.getFullDisplayName();
    }

    public static String encodeTo(Run<?, ?> run) {
        return run.getDisplayName();
    }

    public static String encodeTo(User user) {
        return user.getDisplayName();
    }

    public static String encodeTo(String url, String text) {
        return text;
    }
}
