package hudson;

import hudson.model.Saveable;

/** What Jenkins knows of an installed plugin. */
public abstract class Plugin implements Saveable {
    /** Of a plugin that has no class of its own. */
    public static final class DummyImpl extends Plugin {
        @Override
        public void save() {}
    }
}
