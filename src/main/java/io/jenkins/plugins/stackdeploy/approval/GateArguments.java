package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateParameter;
import io.jenkins.plugins.stackdeploy.gate.GatePolicy;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateRule;
import io.jenkins.plugins.stackdeploy.gate.Identities;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks everything that a gate is given, before anybody waits, and tells all that is wrong at once. */
final class GateArguments {
    private static final int NAME_LONGEST = 200;
    private static final int MESSAGE_LONGEST = 20_000;
    private static final int MINUTES_MOST = 366 * 24 * 60;
    private static final int ITEMS_MOST = 50;
    private static final int NOTIFIED_MOST = 30;

    private final ManualGateStep step;
    private final Identities identities;
    private final List<String> problems = new ArrayList<>();
    private Map<?, ?> givenPlan;
    private Plan plan;

    GateArguments(ManualGateStep step, Identities identities) {
        this.step = step;
        this.identities = identities;
        this.givenPlan = step.getPlan();
    }

    /** Takes a plan from elsewhere than the step. */
    GateArguments withPlan(Map<?, ?> map) {
        givenPlan = map;
        return this;
    }

    /**
     * What the step asks for.
     *
     * @param requesters ids of those who started the run
     * @param now when the gate opens
     * @throws GateException with everything that is wrong
     */
    GateJob read(List<String> requesters, Instant now) throws GateException {
        if (step.getName() == null) {
            problems.add(Messages.Input_name());
        }
        longest("name", step.getName(), NAME_LONGEST);
        longest("message", step.getMessage(), MESSAGE_LONGEST);
        List<GateRule> rules = new GateRules(step, identities, problems).read();
        List<String> checklist = atMost("checklist", Lines.items(step.getChecklist()), ITEMS_MOST);
        List<GateParameter> parameters = parameters();
        range("timeoutMinutes", step.getTimeoutMinutes());
        range("remindEveryMinutes", step.getRemindEveryMinutes());
        boolean approves = isWord("onTimeout", step.getOnTimeout(), "reject", "approve");
        if (approves && step.getTimeoutMinutes() == null) {
            problems.add(Messages.Input_onTimeoutWithoutTimeout());
        }
        isWord("onReject", step.getOnReject(), "fail", "return");
        Notified notified = Notified.of(atMost("notify", Lines.items(step.getNotify()), NOTIFIED_MOST));
        problems.addAll(notified.problems());
        readPlan(now);
        check();
        GatePolicy policy = new GatePolicy(
                rules,
                step.isAllowRequester(),
                step.isAllowAdministrators(),
                step.isCommentRequired(),
                checklist,
                parameters);
        Instant deadline =
                step.getTimeoutMinutes() == null ? null : now.plus(Duration.ofMinutes(step.getTimeoutMinutes()));
        return new GateJob(
                new GateRequest(
                        step.getName(),
                        step.getMessage(),
                        policy,
                        requesters,
                        plan == null ? null : plan.digest(),
                        now,
                        deadline,
                        approves),
                step.getRemindEveryMinutes(),
                step.isSupersede(),
                notified.webhooks(),
                notified.mail());
    }

    /** The plan that {@link #read} has found; empty when none is given. */
    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    private void readPlan(Instant now) {
        if (givenPlan == null) {
            return;
        }
        try {
            plan = Plan.of(givenPlan);
            if (plan.hasChanges() && plan.isExpired(now)) {
                problems.add(Messages.Input_planExpired(Text.oneLine(plan.name()), Text.oneLine(plan.expiresAt())));
            }
        } catch (IllegalArgumentException none) {
            problems.add(Messages.Input_plan(none.getMessage()));
        }
    }

    private List<GateParameter> parameters() {
        List<GateParameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (GateParameterArgument each :
                step.getParameters() == null ? List.<GateParameterArgument>of() : step.getParameters()) {
            if (each.getName() == null) {
                problems.add(Messages.Input_parameterName());
                continue;
            }
            if (!names.add(each.getName())) {
                problems.add(Messages.Input_parameterTwice(each.getName()));
            }
            List<String> choices = Lines.items(each.getChoices());
            if (!choices.isEmpty() && each.getDefaultValue() != null && !choices.contains(each.getDefaultValue())) {
                problems.add(Messages.Input_parameterDefault(each.getName(), each.getDefaultValue()));
            }
            longest("parameters", each.getDefaultValue(), GateParameter.LONGEST);
            parameters.add(new GateParameter(each.getName(), each.getDescription(), each.getDefaultValue(), choices));
        }
        return atMost("parameters", parameters, ITEMS_MOST);
    }

    private void longest(String argument, String value, int most) {
        if (value != null && value.length() > most) {
            problems.add(Messages.Input_long(argument, String.valueOf(value.length()), String.valueOf(most)));
        }
    }

    private <T> List<T> atMost(String argument, List<T> items, int most) {
        if (items.size() > most) {
            problems.add(Messages.Input_tooMany(argument, String.valueOf(items.size()), String.valueOf(most)));
        }
        return items;
    }

    private void range(String argument, Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MINUTES_MOST)) {
            problems.add(Messages.Input_minutes(argument, String.valueOf(minutes), String.valueOf(MINUTES_MOST)));
        }
    }

    /** Whether a word is the second of two; none stands for the first. */
    private boolean isWord(String argument, String word, String usual, String other) {
        if (word != null && !word.equalsIgnoreCase(usual) && !word.equalsIgnoreCase(other)) {
            problems.add(Messages.Input_choice(argument, word, usual, other));
        }
        return other.equalsIgnoreCase(word);
    }

    private void check() throws GateException {
        if (problems.size() == 1) {
            throw new GateException(Messages.Input_one(problems.get(0)));
        }
        if (!problems.isEmpty()) {
            throw new GateException(
                    Messages.Input_many(String.valueOf(problems.size())) + "\n  " + String.join("\n  ", problems));
        }
    }
}
