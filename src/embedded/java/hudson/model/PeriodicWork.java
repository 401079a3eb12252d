package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

/** Something that is done again and again, on the threads of {@link jenkins.util.Timer}. */
public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {
    /** @return in milliseconds */
    public abstract long getRecurrencePeriod();

    /** @return in milliseconds, anything up to the period */
    public long getInitialDelay() {
        return getRecurrencePeriod();
    }

    public static ExtensionList<PeriodicWork> all() {
        return ExtensionList.lookup(PeriodicWork.class);
    }
}
