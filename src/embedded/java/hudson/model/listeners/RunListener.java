package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Told of what becomes of builds. */
public abstract class RunListener<R extends Run<?, ?>> implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

    protected RunListener() {}

    /** A build has its result; its log is still open, and what runs after it is still to come. */
    public void onCompleted(R run, TaskListener listener) {}

    /** A build is over and will not change any more. */
    public void onFinalized(R run) {}

    /** A build is about to do its work. */
    public void onStarted(R run, TaskListener listener) {}

    /** A build is about to be deleted. */
    public void onDeleted(R run) {}

    public static ExtensionList<RunListener> all() {
        return ExtensionList.lookup(RunListener.class);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void fireCompleted(Run run, TaskListener listener) {
        tell(each -> each.onCompleted(run, listener));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void fireFinalized(Run run) {
        tell(listener -> listener.onFinalized(run));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void fireStarted(Run run, TaskListener listener) {
        tell(each -> each.onStarted(run, listener));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    public static void fireDeleted(Run run) {
        tell(listener -> listener.onDeleted(run));
    }

    /** Tells all listeners; one that fails keeps nobody from being told. */
    @SuppressWarnings("rawtypes")
    private static void tell(Consumer<RunListener> news) {
        for (RunListener listener : all()) {
            try {
                news.accept(listener);
            } catch (RuntimeException failed) {
                LOGGER.log(Level.WARNING, "A listener failed", failed);
            }
        }
    }
}
