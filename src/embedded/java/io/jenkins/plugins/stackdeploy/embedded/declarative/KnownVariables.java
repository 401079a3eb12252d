package io.jenkins.plugins.stackdeploy.embedded.declarative;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of an <code>environment { }</code> that are known so far, for those that refer to them. */
public final class KnownVariables extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> values = new LinkedHashMap<>();
    private final Env env;

    /** @param outer {@code env} as it is around the section */
    public KnownVariables(GroovyObjectSupport outer) {
        env = new Env(values, outer);
    }

    public void add(String name, Object value) {
        values.put(name, String.valueOf(value));
    }

    /** The variables in the form that {@code withEnv} takes. */
    public java.util.List<String> overrides() {
        java.util.List<String> overrides = new java.util.ArrayList<>();
        values.forEach((name, value) -> overrides.add(name + "=" + value));
        return overrides;
    }

    /** @throws MissingPropertyException if it is not known here: then the script is asked */
    @Override
    public Object getProperty(String name) {
        if (name.equals("env")) {
            return env;
        }
        if (values.containsKey(name)) {
            return values.get(name);
        }
        throw new MissingPropertyException(name, KnownVariables.class);
    }

    private static final class Env extends GroovyObjectSupport implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Map<String, String> values;
        private final GroovyObjectSupport outer;

        Env(Map<String, String> values, GroovyObjectSupport outer) {
            this.values = values;
            this.outer = outer;
        }

        @Override
        public Object getProperty(String name) {
            return values.containsKey(name) ? values.get(name) : outer.getProperty(name);
        }
    }
}
