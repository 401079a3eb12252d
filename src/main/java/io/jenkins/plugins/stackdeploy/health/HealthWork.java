package io.jenkins.plugins.stackdeploy.health;

import hudson.Extension;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.stackdeploy.steps.DeployService;
import java.util.concurrent.TimeUnit;

/** Looks every quarter of a minute whether there is something to tell the system log. */
@Extension
public class HealthWork extends PeriodicWork {
    private static final int SECONDS = 15;

    private final ThrottleTeller teller = new ThrottleTeller();

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.SECONDS.toMillis(SECONDS);
    }

    @Override
    protected void doRun() {
        teller.tell(DeployService.get().watcher().snapshot());
    }
}
