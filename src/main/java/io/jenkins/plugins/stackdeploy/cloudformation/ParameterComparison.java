package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.template.ParameterDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * The values that parameters have in a stack set, and the ones that they are to have. As UpdateStackSet has it, a parameter
 * that is not given gets the template's default; one that has none is refused by the service.
 *
 * <p>Two kinds of value cannot be compared: the service does not show that of a parameter with NoEcho, and a parameter of an
 * SSM type stands for a value that may change while its name does not. Where one is given, the stack set is updated, and the
 * log says why.
 *
 * @param changed the names of parameters whose values change, or may do so
 * @param changes what happens to each parameter that there is or will be, without secret values; sorted by name
 * @param notes what has to be said, one line each
 */
record ParameterComparison(List<String> changed, List<ParameterChange> changes, List<String> notes) {
    /** What the service shows in place of a value that it hides. */
    private static final String HIDDEN = ParameterChange.HIDDEN;

    /** Source: CloudFormation user guide, SSM parameter types. */
    private static final String SSM_TYPE = "AWS::SSM::Parameter::Value<";

    ParameterComparison {
        changed = List.copyOf(changed);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * Compares.
     *
     * @param live what the service shows
     * @param given what is asked for
     * @param secrets the values of secret ones
     * @param templates declare them before and after
     */
    static ParameterComparison of(
            List<Parameter> live,
            List<StackSetParameter> given,
            Map<String, String> secrets,
            TemplateComparison templates) {
        Map<String, String> now = new HashMap<>();
        live.forEach(parameter -> now.put(parameter.parameterKey(), parameter.parameterValue()));
        Map<String, StackSetParameter> wanted = new LinkedHashMap<>();
        given.forEach(parameter -> wanted.put(parameter.key(), parameter));
        Set<String> names = new LinkedHashSet<>(wanted.keySet());
        names.addAll(templates.after().keySet());
        List<String> changed = new ArrayList<>();
        Map<String, ParameterChange> changes = new TreeMap<>();
        List<String> unseen = new ArrayList<>();
        List<String> reset = new ArrayList<>();
        for (String name : names) {
            ParameterDeclaration after = templates.after().get(name);
            String before = now.getOrDefault(name, defaultOf(templates.before().get(name)));
            StackSetParameter parameter = wanted.get(name);
            if (parameter == null) {
                if (isReset(before, after)) {
                    changed.add(name);
                    reset.add(name);
                }
            } else if (!parameter.usePrevious()) {
                String value = parameter.secret() ? secrets.get(name) : parameter.value();
                boolean hidden = HIDDEN.equals(before) || (after != null && after.noEcho());
                if (hidden || (after != null && after.type().startsWith(SSM_TYPE))) {
                    changed.add(name);
                    unseen.add(name);
                } else if (!Objects.equals(value, before)) {
                    changed.add(name);
                }
            }
            changes.put(name, change(name, before, parameter, after, changed.contains(name)));
        }
        now.forEach((name, before) ->
                changes.computeIfAbsent(name, removed -> ParameterChange.between(removed, before, null)));
        return new ParameterComparison(changed, List.copyOf(changes.values()), notes(unseen, reset));
    }

    /** What happens to one: its values where nobody hides them. */
    private static ParameterChange change(
            String name, String before, StackSetParameter given, ParameterDeclaration after, boolean changed) {
        boolean secret = (given != null && given.secret()) || (after != null && after.noEcho());
        boolean kept = given == null ? after != null && (after.hasDefault() || before != null) : true;
        if (secret) {
            return ParameterChange.secret(name, before != null, given != null && changed, kept);
        }
        if (given != null) {
            return ParameterChange.between(name, before, given.usePrevious() ? before : given.value());
        }
        boolean hidden = HIDDEN.equals(before);
        return ParameterChange.between(
                name, before, hidden || after == null || !after.hasDefault() ? before : defaultOf(after));
    }

    private static List<String> notes(List<String> unseen, List<String> reset) {
        List<String> notes = new ArrayList<>();
        if (!unseen.isEmpty()) {
            notes.add(Messages.Note_unseen(Amounts.some(unseen)));
        }
        if (!reset.isEmpty()) {
            notes.add(Messages.Note_reset(Amounts.some(reset)));
        }
        return notes;
    }

    private static String defaultOf(ParameterDeclaration declaration) {
        return declaration == null ? null : declaration.defaultValue();
    }

    /** Whether a parameter that is not given has another value than its default so far; a hidden one may have its default. */
    private static boolean isReset(String before, ParameterDeclaration after) {
        return after != null
                && after.hasDefault()
                && before != null
                && !HIDDEN.equals(before)
                && !before.equals(Objects.requireNonNullElse(after.defaultValue(), ""));
    }
}
