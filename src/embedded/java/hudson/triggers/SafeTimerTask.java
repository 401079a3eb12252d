package hudson.triggers;

import java.util.TimerTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A task whose failures are logged and do not keep it from being done again. */
public abstract class SafeTimerTask extends TimerTask {
    private static final Logger LOGGER = Logger.getLogger(SafeTimerTask.class.getName());

    @Override
    public final void run() {
        try {
            doRun();
        } catch (Exception | LinkageError failed) {
            LOGGER.log(Level.SEVERE, "Timer task " + this + " failed", failed);
        }
    }

    protected abstract void doRun() throws Exception;
}
