package jenkins.util;

/** System properties that steer Jenkins. */
public class SystemProperties {
    private SystemProperties() {}

    /** @return null if it is not set */
    public static String getString(String key) {
        return System.getProperty(key);
    }

    public static String getString(String key, String def) {
        return System.getProperty(key, def);
    }

    public static boolean getBoolean(String name) {
        return getBoolean(name, false);
    }

    public static boolean getBoolean(String name, boolean def) {
        String value = System.getProperty(name);
        return value == null ? def : Boolean.parseBoolean(value);
    }

    /** @return null if it is not set, or not to a number */
    public static Integer getInteger(String name) {
        return Integer.getInteger(name);
    }

    public static Integer getInteger(String name, Integer def) {
        return Integer.getInteger(name, def);
    }

    /** @return null if it is not set, or not to a number */
    public static Long getLong(String name) {
        return Long.getLong(name);
    }

    public static Long getLong(String name, Long def) {
        return Long.getLong(name, def);
    }
}
