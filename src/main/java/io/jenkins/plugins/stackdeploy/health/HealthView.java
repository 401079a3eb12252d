package io.jenkins.plugins.stackdeploy.health;

import io.jenkins.plugins.stackdeploy.engine.BudgetSnapshot;
import io.jenkins.plugins.stackdeploy.engine.GroupSnapshot;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.engine.WatcherSnapshot;
import io.jenkins.plugins.stackdeploy.steps.Statistics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the page shows, as plain values. Has no time of its own: while nothing changes it stays the same. */
final class HealthView {
    private HealthView() {}

    static Map<String, Object> of(WatcherSnapshot watcher, Statistics statistics, int openGates) {
        Map<String, Object> ended = new LinkedHashMap<>();
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            ended.put(kind.name().toLowerCase(Locale.ROOT), statistics.ended(kind));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("waits", watcher.waits());
        view.put("threads", watcher.threads());
        view.put("mostThreads", Watcher.THREADS);
        view.put("openGates", openGates);
        view.put("ended", ended);
        view.put("groups", watcher.groups().stream().map(HealthView::group).toList());
        return view;
    }

    private static Map<String, Object> group(GroupSnapshot group) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cloud", group.key().cloud());
        view.put("account", group.key().account());
        view.put("region", group.key().region());
        view.put("endpoint", group.key().endpoint());
        view.put("waits", group.waits());
        view.put("due", group.due());
        view.put("ownLooks", group.ownLooks());
        view.put("looks", group.looks());
        view.put("calls", group.calls());
        view.put("throttles", group.throttles());
        view.put("oldestTurn", text(group.oldestTurn()));
        view.put("lastThrottled", text(group.lastThrottled().orElse(null)));
        view.put("throttledSince", text(group.throttledSince().orElse(null)));
        view.put("budgets", group.budgets().stream().map(HealthView::budget).toList());
        return view;
    }

    private static Map<String, Object> budget(BudgetSnapshot budget) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("api", budget.api());
        view.put("limit", budget.limit());
        view.put("rate", Math.round(budget.rate()));
        view.put("calls", budget.calls());
        view.put("throttles", budget.throttles());
        view.put("lastThrottled", text(budget.lastThrottled()));
        view.put("throttledSince", text(budget.throttledSince()));
        return view;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
