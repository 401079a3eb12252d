package hudson;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables of a build. Names are compared without regard to case; values are never null. */
public class EnvVars extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;

    /** The environment of the controller's own process. */
    public static final Map<String, String> masterEnvVars = new EnvVars(System.getenv());

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(Map<String, String> variables) {
        this();
        putAll(variables);
    }

    public EnvVars(EnvVars variables) {
        this((Map<String, String>) variables);
    }

    /** @param keyValuePairs names and values in turn; an even number of them */
    public EnvVars(String... keyValuePairs) {
        this();
        if (keyValuePairs.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs");
        }
        for (int i = 0; i < keyValuePairs.length; i += 2) {
            put(keyValuePairs[i], keyValuePairs[i + 1]);
        }
    }

    /**
     * Sets a variable; an empty or null value removes it, and a name of the form {@code PATH+ANYTHING} puts the value
     * in front of {@code PATH}.
     */
    public void override(String key, String value) {
        if (value == null || value.isEmpty()) {
            remove(key);
            return;
        }
        int plus = key.indexOf('+');
        if (plus > 0) {
            String real = key.substring(0, plus);
            String old = get(real);
            put(real, old == null ? value : value + File.pathSeparatorChar + old);
            return;
        }
        put(key, value);
    }

    /** {@link #override} for each entry. */
    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach(this::override);
        return this;
    }

    /** Like {@link #overrideAll}, after references to variables already set were replaced in each value. */
    public EnvVars overrideExpandingAll(Map<String, String> all) {
        all.forEach((key, value) -> override(key, expand(value)));
        return this;
    }

    /** @throws IllegalArgumentException if the value is null */
    @Override
    public String put(String key, String value) {
        if (value == null) {
            throw new IllegalArgumentException("Null value not allowed as an environment variable: " + key);
        }
        return super.put(key, value);
    }

    public void putIfNotNull(String key, String value) {
        if (value != null) {
            put(key, value);
        }
    }

    /** Parses {@code NAME=value}; a line without an equals sign is left out. */
    public void addLine(String line) {
        int separator = line.indexOf('=');
        if (separator > 0) {
            put(line.substring(0, separator), line.substring(separator + 1));
        }
    }

    /** Replaces {@code $NAME} and <code>${NAME}</code>; an unknown name stays as it is. */
    public String expand(String text) {
        return Util.replaceMacro(text, this);
    }

    public String get(String key, String defaultValue) {
        return getOrDefault(key, defaultValue);
    }
}
