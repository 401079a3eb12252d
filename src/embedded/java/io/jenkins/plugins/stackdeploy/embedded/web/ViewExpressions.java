package io.jenkins.plugins.stackdeploy.embedded.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions in the plugin's views: <code>${it.run.url}</code>, <code>${!empty(lines)}</code>, and texts such as
 * <code>${%title(it.displayName)}</code>.
 */
final class ViewExpressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern TEXT = Pattern.compile("%([A-Za-z0-9._-]+)(?:\\((.*)\\))?");
    private static final Pattern EMPTY = Pattern.compile("empty\\((.*)\\)");

    private final Map<String, Object> variables;
    private final ViewTexts texts;

    ViewExpressions(Map<String, Object> variables, ViewTexts texts) {
        this.variables = variables;
        this.texts = texts;
    }

    /** The text with every expression in it replaced by its value. */
    String text(String template) throws IOException {
        Matcher matcher = EXPRESSION.matcher(template);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            Object value = evaluate(matcher.group(1));
            text.append(template, end, matcher.start()).append(value == null ? "" : value);
            end = matcher.end();
        }
        return text.append(template.substring(end)).toString();
    }

    /** The value of a template that is one expression. */
    Object value(String template) throws IOException {
        Matcher matcher = EXPRESSION.matcher(template);
        return matcher.matches() ? evaluate(matcher.group(1)) : template;
    }

    private Object evaluate(String expression) throws IOException {
        if (expression.startsWith("!")) {
            return !Boolean.TRUE.equals(evaluate(expression.substring(1)));
        }
        Matcher empty = EMPTY.matcher(expression);
        if (empty.matches()) {
            Object value = evaluate(empty.group(1));
            return value == null || "".equals(value) || (value instanceof Collection<?> all && all.isEmpty());
        }
        Matcher text = TEXT.matcher(expression);
        if (text.matches()) {
            return text(text.group(1), text.group(2));
        }
        return path(expression);
    }

    private String text(String key, String list) throws IOException {
        String[] given = list == null ? new String[0] : list.split(",");
        Object[] arguments = new Object[given.length];
        for (int index = 0; index < given.length; index++) {
            arguments[index] = evaluate(given[index].strip());
        }
        return texts.text(key, arguments);
    }

    private Object path(String path) throws IOException {
        String[] names = path.split("\\.");
        if (!variables.containsKey(names[0])) {
            throw new IOException("${" + path + "} is not known to the stand-in");
        }
        Object value = variables.get(names[0]);
        for (int index = 1; index < names.length && value != null; index++) {
            value = property(value, names[index]);
        }
        return value;
    }

    private static Object property(Object owner, String name) throws IOException {
        String rest = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String getter : new String[] {"get" + rest, "is" + rest}) {
            try {
                return owner.getClass().getMethod(getter).invoke(owner);
            } catch (NoSuchMethodException another) {
                continue;
            } catch (InvocationTargetException | IllegalAccessException failed) {
                throw new IOException(failed);
            }
        }
        throw new IOException(owner.getClass() + " has no property " + name);
    }
}
