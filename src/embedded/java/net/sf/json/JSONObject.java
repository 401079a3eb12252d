package net.sf.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON that a form is sent as. */
public final class JSONObject {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public boolean optBoolean(String key) {
        return Boolean.parseBoolean(String.valueOf(values.get(key)));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public JSONObject element(String key, Object value) {
        values.put(key, value);
        return this;
    }

    public Object remove(String key) {
        return values.remove(key);
    }
}
