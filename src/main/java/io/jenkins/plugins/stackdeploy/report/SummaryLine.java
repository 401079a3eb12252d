package io.jenkins.plugins.stackdeploy.report;

import hudson.Util;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import java.time.Duration;
import java.time.Instant;

/** One deployment in one line, for the page of the build. */
public final class SummaryLine {
    private final DeploymentView view;

    private SummaryLine(DeploymentView view) {
        this.view = view;
    }

    static SummaryLine of(DeploymentView view) {
        return new SummaryLine(view);
    }

    /** The deployment's id, which is its anchor on the page of the deployments. */
    public String getId() {
        return view.id();
    }

    /** The symbol of its state; {@link #getState} says the same in words. */
    public String getIcon() {
        return switch (view.state()) {
            case RUNNING -> "symbol-status-blue-anime";
            case SUCCESS -> "symbol-status-blue";
            case FAILURE -> "symbol-status-red";
            case ABORTED -> "symbol-status-aborted";
            case UNWATCHED -> "symbol-status-disabled";
        };
    }

    /** How it stands. */
    public String getState() {
        return PageTexts.text("Page.state." + view.state());
    }

    /** What is deployed to, such as "Stack web". */
    public String getName() {
        return switch (view.target()) {
            case ROS_STACK -> Messages.Summary_stack(view.name());
            case ROS_PLAN -> Messages.Summary_plan(view.name());
            case STACK_SET -> Messages.Summary_stackSet(view.name());
            case STACK_SET_PLAN -> Messages.Summary_stackSetPlan(view.name());
        };
    }

    /** Action, changes and duration, such as "CREATE, 12 resources changed, 3 min 2 sec". */
    public String getDetails() {
        Instant until = view.endedAt() == null ? Instant.now() : view.endedAt();
        String duration =
                Util.getTimeSpanString(Duration.between(view.startedAt(), until).toMillis());
        String action = view.action() == null
                ? PageTexts.text("Page.stage." + view.stage())
                : PageTexts.text("Page.action." + view.action());
        boolean planned = view.target() == Entry.Target.ROS_PLAN || view.target() == Entry.Target.STACK_SET_PLAN;
        return planned
                ? Messages.Summary_planned(action, duration)
                : Messages.Summary_details(action, changes(), duration);
    }

    private String changes() {
        int all = view.resources().size() + view.instances().size();
        long failed = view.count(Tone.FAILED);
        if (all == 0) {
            return Messages.Summary_unchanged();
        }
        String changed = view.target() == Entry.Target.STACK_SET
                ? Messages.Summary_instances(all)
                : Messages.Summary_resources(all);
        return failed == 0 ? changed : Messages.Summary_failed(changed, failed);
    }
}
