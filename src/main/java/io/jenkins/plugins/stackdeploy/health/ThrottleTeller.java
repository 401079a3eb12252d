package io.jenkins.plugins.stackdeploy.health;

import io.jenkins.plugins.stackdeploy.engine.BudgetSnapshot;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.GroupSnapshot;
import io.jenkins.plugins.stackdeploy.engine.WatcherSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Tells the system log, once, when an account and region has been throttled for more than a minute, and once when that is
 * over. Shorter ones are as clouds are, and told nowhere but on the page.
 */
final class ThrottleTeller {
    private static final Logger LOGGER = Logger.getLogger(ThrottleTeller.class.getName());
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Map<GroupKey, Instant> told = new HashMap<>();

    /** Tells what is new since the last time. */
    synchronized void tell(WatcherSnapshot watcher) {
        Map<GroupKey, GroupSnapshot> throttled = watcher.groups().stream()
                .filter(group -> group.throttledSince().isPresent())
                .collect(Collectors.toMap(GroupSnapshot::key, group -> group));
        told.entrySet().removeIf(each -> {
            boolean over = !throttled.containsKey(each.getKey());
            if (over) {
                over(each.getKey(), each.getValue());
            }
            return over;
        });
        throttled.forEach((key, group) -> {
            Instant since = group.throttledSince().orElseThrow();
            if (Duration.between(since, watcher.at()).compareTo(LONG) > 0 && told.putIfAbsent(key, since) == null) {
                lasts(group, since);
            }
        });
    }

    private static void lasts(GroupSnapshot group, Instant since) {
        String rates = group.budgets().stream()
                .filter(budget -> budget.throttledSince() != null)
                .map(ThrottleTeller::rate)
                .collect(Collectors.joining(", "));
        LOGGER.log(
                Level.WARNING,
                "{0} has been throttled since {1}: {2}. Deployments go on and notice changes later."
                        + " Next: look for what else calls this API with the account, or lower callsPerMinute of the"
                        + " connection to what is left for Jenkins",
                new Object[] {name(group.key()), since, rates});
    }

    private static String rate(BudgetSnapshot budget) {
        return String.format(
                Locale.ROOT, "%s at %.0f of %d calls a minute", budget.api(), budget.rate(), budget.limit());
    }

    private static void over(GroupKey key, Instant since) {
        LOGGER.log(Level.INFO, "{0} is no longer throttled; it was since {1}", new Object[] {name(key), since});
    }

    private static String name(GroupKey key) {
        return key.cloud() + " in " + key.region() + " for " + key.account();
    }
}
