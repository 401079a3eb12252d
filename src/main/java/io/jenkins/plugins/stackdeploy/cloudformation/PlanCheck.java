package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.plan.GivenCheck;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/** Finds what has moved since a plan was made. Makes no calls. */
final class PlanCheck {
    private static final List<String> PLACES = List.of(DesiredState.ACCOUNTS, DesiredState.UNITS, DesiredState.REGIONS);

    private final Plan plan;
    private final StackSetDeployRequest planned;
    private final List<String> moved = new ArrayList<>();
    private final GivenCheck check;
    private final Values live;

    PlanCheck(Plan plan, StackSetDeployRequest planned) {
        this.plan = plan;
        this.planned = planned;
        this.check = new GivenCheck(plan, moved);
        this.live = new Values(plan.live());
    }

    /** What has moved, each in one sentence; empty when nothing has. */
    List<String> moved() {
        return moved;
    }

    /** Whether it is for this cloud, account and region, and still good. */
    void validity(GroupKey group, Instant now) {
        check.validity(PlanComposition.CLOUD, group.region(), now);
        // A stack set that exists tells by its id whether it is the one; of a new one only the account is known.
        if (!existed() && !group.account().equals(plan.account())) {
            moved.add(Messages.Moved_account(Text.oneLine(plan.account()), group.account()));
        }
    }

    private boolean existed() {
        return Boolean.TRUE.equals(live.flag(PlanComposition.EXISTS));
    }

    /** What was given along with the plan; null for nothing. */
    void given(StackSetDeployRequest given) {
        if (given == null) {
            return;
        }
        StackSetTemplate template = given.template();
        if (template != null) {
            check.template(template.name(), template.body() == null ? null : DesiredState.digest(template));
        }
        if (given.parameters() != null) {
            parameters(given.parameters());
        }
        Map<String, Object> settings = new LinkedHashMap<>(DesiredState.settings(given));
        PLACES.forEach(place -> places(place, settings));
        check.settings(settings);
    }

    /** Those that keep their value are no values: they are told apart by their names. */
    private void parameters(List<StackSetParameter> given) {
        Map<String, String> values = new HashMap<>();
        Set<String> previous = new TreeSet<>();
        for (StackSetParameter parameter : given) {
            if (parameter.usePrevious()) {
                previous.add(parameter.key());
            } else {
                values.put(parameter.key(), parameter.value());
            }
        }
        check.parameters(values);
        Set<String> wanted = new TreeSet<>(new Values(plan.desired()).list("previousParameters"));
        if (!previous.equals(wanted)) {
            moved.add(Messages.Moved_previous(listed(previous), listed(wanted)));
        }
    }

    /** Says which places came and went, as lists of them may be long; of an order that differs both are told. */
    private void places(String place, Map<String, Object> settings) {
        if (!(settings.get(place) instanceof List<?> given)) {
            return;
        }
        List<String> before = new Values(plan.desired()).list(place);
        List<?> added = given.stream().filter(each -> !before.contains(each)).toList();
        List<String> left =
                before.stream().filter(each -> !given.contains(each)).toList();
        if (!added.isEmpty()) {
            moved.add(Messages.Moved_placeNew(place, Amounts.some(added)));
        }
        if (!left.isEmpty()) {
            moved.add(Messages.Moved_placeMissing(place, Amounts.some(left)));
        }
        boolean sameOrder = !place.equals(DesiredState.REGIONS) || given.equals(before);
        if (!added.isEmpty() || !left.isEmpty() || sameOrder) {
            settings.remove(place);
        }
    }

    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "-" : Amounts.some(names);
    }

    /** There is no stack set. */
    void absent() {
        if (existed()) {
            moved.add(Messages.Moved_setGone(plan.stackId()));
        }
    }

    /** There is a stack set: it must be the one that the plan was computed from. */
    void set(StackSet set) {
        if (!existed()) {
            moved.add(Messages.Moved_setThere(Text.oneLine(set.stackSetId())));
            return;
        }
        if (!set.stackSetId().equals(plan.stackId())) {
            moved.add(Messages.Moved_set(plan.stackId(), Text.oneLine(set.stackSetId())));
        }
        Values now = new Values(LiveSet.set(set, PlanComposition.secret(planned)));
        if (!Objects.equals(now.text(LiveSet.TEMPLATE), live.text(LiveSet.TEMPLATE))) {
            moved.add(Messages.Moved_liveTemplate());
        }
        differences(now.texts(LiveSet.PARAMETERS), live.texts(LiveSet.PARAMETERS), false);
        differences(settings(now), settings(live), true);
    }

    private static Map<String, String> settings(Values state) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (state.map().get(LiveSet.SETTINGS) instanceof Map<?, ?> settings) {
            settings.forEach((name, value) -> texts.put(String.valueOf(name), SetSettings.text(value)));
        }
        return texts;
    }

    private void differences(Map<String, String> now, Map<String, String> before, boolean settings) {
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            if (!Objects.equals(now.get(name), before.get(name))) {
                String current = shown(now.get(name));
                String planned = shown(before.get(name));
                moved.add(
                        settings
                                ? Messages.Moved_liveSetting(name, current, planned)
                                : Messages.Moved_liveParameter(Text.oneLine(name), current, planned));
            }
        }
    }

    private static String shown(String value) {
        return value == null ? "-" : Text.oneLine(value);
    }

    /** The newest operation on the stack set that changes anything and is not of this deployment; null for none. */
    void operation(StackSetOperationSummary newest) {
        if (newest != null && !Text.oneLine(newest.operationId()).equals(live.text(LiveSet.OPERATION))) {
            moved.add(Messages.Moved_operation(
                    Text.oneLine(newest.operationId()),
                    Text.oneLine(newest.actionAsString()),
                    Text.oneLine(newest.statusAsString())));
        }
    }

    /** The instances must be as they were. */
    void instances(List<Instance> all) {
        if (LiveSet.digest(all).equals(live.text(LiveSet.INSTANCES))) {
            return;
        }
        Map<String, Integer> now = LiveSet.counts(all);
        Map<String, String> before = live.texts(LiveSet.COUNTS);
        Set<Place> planned = places();
        List<Place> added = all.stream()
                .map(Instance::place)
                .filter(place -> !planned.contains(place))
                .toList();
        moved.add(Messages.Moved_instances(counts(now), counts(before)));
        if (listsAll() && !added.isEmpty()) {
            moved.add(Messages.Moved_instancesNew(Amounts.some(added)));
        }
        Set<Place> present = new HashSet<>();
        all.forEach(instance -> present.add(instance.place()));
        List<Place> gone =
                planned.stream().filter(place -> !present.contains(place)).toList();
        if (!gone.isEmpty()) {
            moved.add(Messages.Moved_instancesGone(Amounts.some(gone)));
        }
    }

    /**
     * What would be done must be what the plan shows; it is not when a secret has another value by now.
     *
     * @param decision what would be done
     * @param set the stack set; null for none
     * @param all its instances
     */
    void decision(Decision decision, StackSet set, List<Instance> all) {
        boolean same = decision.action() != null
                && decision.action().name().equals(plan.action())
                && decision.difference().settings().equals(plan.settings())
                && decision.difference().parameters().changes().equals(plan.parameters())
                && PlanComposition.templateDifference(planned, set).equals(plan.templateDifference())
                && InstanceGroups.of(decision, Targeting.of(planned), all)
                        .equals(plan.rollout().instances());
        if (!same) {
            moved.add(Messages.Moved_decision());
        }
    }

    private static String counts(Map<String, ?> counts) {
        String text = SetSettings.text(counts);
        return text == null ? "-" : text;
    }

    /** Where the plan lists instances that there were. */
    private Set<Place> places() {
        Set<Place> places = new HashSet<>();
        plan.rollout().instances().stream()
                .filter(group -> group.change() != InstanceChange.CREATE)
                .forEach(group -> group.accounts().forEach(account -> places.add(new Place(account, group.region()))));
        return places;
    }

    private boolean listsAll() {
        return plan.rollout().instances().stream()
                .allMatch(group -> group.count() == group.accounts().size());
    }
}
