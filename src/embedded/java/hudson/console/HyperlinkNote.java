package hudson.console;

/** A link in a console log. */
public class HyperlinkNote extends ConsoleNote<Object> {
    private static final long serialVersionUID = 1L;

    /** @return the text with the link's markup around it; here, where the console is plain, the text alone */
    public static String encodeTo(String url, String text) {
        return text;
    }
}
