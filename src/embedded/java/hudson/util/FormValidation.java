package hudson.util;

import hudson.Functions;
import hudson.Util;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What a form says about one of its fields. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the libraries here
public abstract class FormValidation extends IOException implements HttpResponse {
    private static final long serialVersionUID = 1L;

    /** How bad it is. */
    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** @return what to show in place of the field's message */
    public abstract String renderHtml();

    public static FormValidation ok() {
        return of(Kind.OK, null, null);
    }

    public static FormValidation ok(String message) {
        return plain(Kind.OK, message);
    }

    public static FormValidation ok(String format, Object... args) {
        return ok(String.format(format, args));
    }

    public static FormValidation warning(String message) {
        return plain(Kind.WARNING, message);
    }

    public static FormValidation warning(String format, Object... args) {
        return warning(String.format(format, args));
    }

    public static FormValidation warning(Throwable e, String message) {
        return withDetails(Kind.WARNING, e, message);
    }

    public static FormValidation error(String message) {
        return plain(Kind.ERROR, message);
    }

    public static FormValidation error(String format, Object... args) {
        return error(String.format(format, args));
    }

    public static FormValidation error(Throwable e, String message) {
        return withDetails(Kind.ERROR, e, message);
    }

    /** @param message HTML, shown as it is: nothing from outside belongs into it */
    public static FormValidation okWithMarkup(String message) {
        return of(Kind.OK, message, message);
    }

    /** @param message HTML, shown as it is: nothing from outside belongs into it */
    public static FormValidation warningWithMarkup(String message) {
        return of(Kind.WARNING, message, message);
    }

    /** @param message HTML, shown as it is: nothing from outside belongs into it */
    public static FormValidation errorWithMarkup(String message) {
        return of(Kind.ERROR, message, message);
    }

    /** @param html what to show, as it is */
    public static FormValidation respond(Kind kind, String html) {
        return of(kind, null, html);
    }

    /** @return the worst of them with all their messages; OK for none */
    public static FormValidation aggregate(Collection<FormValidation> validations) {
        Kind worst = Kind.OK;
        StringBuilder html = new StringBuilder("<ul style='list-style-type: none; padding-left: 0; margin: 0'>");
        for (FormValidation each : validations) {
            worst = each.kind.compareTo(worst) > 0 ? each.kind : worst;
            html.append("<li>").append(each.renderHtml()).append("</li>");
        }
        return validations.isEmpty()
                ? ok()
                : respond(worst, html.append("</ul>").toString());
    }

    /** Asks for something other than blanks. */
    public static FormValidation validateRequired(String value) {
        return Util.fixEmptyAndTrim(value) == null ? error("Required") : ok();
    }

    /** Asks for a whole number greater than zero. */
    public static FormValidation validatePositiveInteger(String value) {
        try {
            return Integer.parseInt(value) <= 0 ? error("Not a positive integer") : ok();
        } catch (NumberFormatException e) {
            return error("Not an integer");
        }
    }

    /** Asks for a whole number of zero or more. */
    public static FormValidation validateNonNegativeInteger(String value) {
        try {
            return Integer.parseInt(value) < 0 ? error("Not a non-negative number") : ok();
        } catch (NumberFormatException e) {
            return error("Not a number");
        }
    }

    private static FormValidation plain(Kind kind, String message) {
        return of(kind, message, message == null ? null : Util.escape(message));
    }

    private static FormValidation withDetails(Kind kind, Throwable e, String message) {
        return of(kind, message, Util.escape(message) + "<pre>" + Util.escape(Functions.printThrowable(e)) + "</pre>");
    }

    private static FormValidation of(Kind kind, String message, String html) {
        return new FormValidation(kind, message) {
            private static final long serialVersionUID = 1L;

            @Override
            public String renderHtml() {
                if (html == null) {
                    return "<div/>";
                }
                return "<div class=" + kind.name().toLowerCase(Locale.ENGLISH) + ">" + html + "</div>";
            }
        };
    }

    @Override
    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node) throws IOException {
        rsp.setContentType("text/html;charset=UTF-8");
        rsp.getWriter().print(renderHtml());
    }
}
