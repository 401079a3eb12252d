package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Told of what becomes of builds. */
public abstract class RunListener<R extends Run<?, ?>> implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

    protected RunListener() {}

    /** A build is over and will not change any more. */
    public void onFinalized(R run) {}

    public static ExtensionList<RunListener> all() {
        return ExtensionList.lookup(RunListener.class);
    }

    /** Tells all listeners; one that fails keeps nobody from being told. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void fireFinalized(Run run) {
        for (RunListener listener : all()) {
            try {
                listener.onFinalized(run);
            } catch (RuntimeException failed) {
                LOGGER.log(Level.WARNING, "A listener failed", failed);
            }
        }
    }
}
