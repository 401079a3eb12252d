package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.ArrayList;
import java.util.List;

/** Says how a plan goes through accounts and regions. */
public final class RolloutText {
    /** How many accounts a line names before the rest are only counted. */
    private static final int MOST_NAMES = 10;

    private final Plan plan;
    private final Rollout rollout;

    /**
     * The texts for a plan.
     *
     * @param plan one that has a rollout
     */
    public RolloutText(Plan plan) {
        this.plan = plan;
        this.rollout = plan.rollout();
    }

    /** What it comes to, in one line. */
    String headline() {
        String created = number(rollout.count(InstanceChange.CREATE));
        return Messages.Text_rollout(
                Text.oneLine(plan.action()),
                Text.oneLine(plan.name()),
                Text.oneLine(plan.region()),
                rollout.createsUncounted() ? Messages.Text_orMore(created) : created,
                number(rollout.count(InstanceChange.UPDATE)),
                number(rollout.count(InstanceChange.UNCHANGED)),
                number(rollout.count(InstanceChange.OUTDATED)),
                number(rollout.count(InstanceChange.INOPERABLE)));
    }

    /** Lines for a log. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (InstanceGroup group : rollout.instances()) {
            lines.add("  " + sign(group) + " " + group.region() + "  " + what(group) + ": " + who(group));
        }
        if (!rollout.steps().isEmpty()) {
            lines.add(steps());
        }
        if (!rollout.preferences().isEmpty()) {
            lines.add(preferences());
        }
        lines.addAll(rollout.notes());
        return lines;
    }

    /** What is done, in order: one line. */
    public String steps() {
        return Messages.Text_steps(String.join("; ", rollout.steps()));
    }

    /** How operations go: one line. */
    public String preferences() {
        List<String> given = new ArrayList<>();
        rollout.preferences().forEach((name, value) -> given.add(name + " " + value));
        return Messages.Text_preferences(String.join(", ", given));
    }

    /** The sign that stands for what happens to instances. */
    public static String sign(InstanceGroup group) {
        return switch (group.change()) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case OUTDATED, INOPERABLE -> "!";
            case UNCHANGED -> "=";
        };
    }

    /** How many there are, and what happens to them. */
    public static String what(InstanceGroup group) {
        String count = number(group.count());
        return switch (group.change()) {
            case CREATE -> group.units().isEmpty() ? Messages.Text_create(count) : Messages.Text_createInUnits();
            case UPDATE -> Messages.Text_update(count);
            case OUTDATED -> Messages.Text_outdated(count);
            case INOPERABLE -> Messages.Text_inoperable(count);
            case UNCHANGED -> Messages.Text_unchanged(count);
        };
    }

    /** The first of their accounts or organizational units, and how many there are besides. */
    public static String who(InstanceGroup group) {
        List<String> all = group.units().isEmpty() ? group.accounts() : group.units();
        int count = Math.max(all.size(), group.units().isEmpty() ? group.count() : 0);
        List<String> named = all.subList(0, Math.min(all.size(), MOST_NAMES));
        String names = String.join(", ", named);
        return named.size() == count ? names : Messages.Text_more(names, number(count - named.size()));
    }

    private static String number(int count) {
        return Integer.toString(count);
    }
}
