package hudson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small helpers that plugins use everywhere. */
public class Util {
    private static final Pattern MACRO = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

    /** @return null for an empty text, else the text itself */
    public static String fixEmpty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** @return the text without blanks around it, or null when nothing is left */
    public static String fixEmptyAndTrim(String text) {
        return text == null ? null : fixEmpty(text.trim());
    }

    public static String fixNull(String text) {
        return fixNull(text, "");
    }

    public static <T> T fixNull(T value, T defaultValue) {
        return value == null ? defaultValue : value;
    }

    public static <T> List<T> fixNull(List<T> list) {
        return fixNull(list, Collections.emptyList());
    }

    public static <T> Set<T> fixNull(Set<T> set) {
        return fixNull(set, Collections.emptySet());
    }

    public static <T> Collection<T> fixNull(Collection<T> collection) {
        return fixNull(collection, Collections.emptySet());
    }

    /** Replaces {@code $NAME} and <code>${NAME}</code>; {@code $$} gives one dollar sign, an unknown name stays. */
    public static String replaceMacro(String text, Map<String, String> properties) {
        if (text == null) {
            return null;
        }
        return MACRO.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            if (name.equals("$")) {
                return Matcher.quoteReplacement("$");
            }
            String key = name.startsWith("{") ? name.substring(1, name.length() - 1) : name;
            return Matcher.quoteReplacement(fixNull(properties.get(key), match.group()));
        });
    }

    /** Escapes the characters that mean something in HTML. */
    public static String escape(String text) {
        if (text == null) {
            return null;
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }

    /** Percent-encodes a text for use as one segment of a URL's path. */
    public static String rawEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Lower-case hexadecimal digits. */
    public static String toHexString(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** @return the SHA-256 of the text's UTF-8 bytes in lower-case hexadecimal digits */
    public static String getHexOfSHA256DigestOf(String input) {
        try {
            return toHexString(MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A rough time span for people: {@code 1 min 20 sec}. */
    public static String getTimeSpanString(long durationMilliseconds) {
        long seconds = durationMilliseconds / 1000;
        if (seconds >= 86_400) {
            return span(seconds / 86_400, "day", seconds % 86_400 / 3600, "hr");
        }
        if (seconds >= 3600) {
            return span(seconds / 3600, "hr", seconds % 3600 / 60, "min");
        }
        if (seconds >= 60) {
            return span(seconds / 60, "min", seconds % 60, "sec");
        }
        if (seconds >= 10) {
            return seconds + " sec";
        }
        return seconds >= 1 ? Math.floor(durationMilliseconds / 100.0) / 10 + " sec" : durationMilliseconds + " ms";
    }

    private static String span(long big, String bigUnit, long small, String smallUnit) {
        String first = big + " " + bigUnit;
        return big >= 10 ? first : first + " " + small + " " + smallUnit;
    }

    /** @return whether {@code derived} or a class between it and {@code base} defines the method again */
    public static boolean isOverridden(Class<?> base, Class<?> derived, String methodName, Class<?>... types) {
        for (Class<?> c = derived; c != null && c != base; c = c.getSuperclass()) {
            if (declares(c, methodName, types)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, String methodName, Class<?>... types) {
        for (var method : type.getDeclaredMethods()) {
            if (method.getName().equals(methodName)
                    && List.of(method.getParameterTypes()).equals(List.of(types))) {
                return true;
            }
        }
        return false;
    }
}
