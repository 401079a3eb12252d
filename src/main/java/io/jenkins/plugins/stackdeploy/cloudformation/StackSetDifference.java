package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.SettingChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * What a request would change of a stack set itself, instances aside. What a request leaves out is no difference, but for
 * parameters, which the service puts back to their defaults.
 *
 * @param template whether the template differs
 * @param parameters what happens to the parameters
 * @param settings what else differs
 * @param notes what has to be said about it, one line each
 */
record StackSetDifference(
        boolean template, ParameterComparison parameters, List<SettingChange> settings, List<String> notes) {
    StackSetDifference {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
    }

    /**
     * Compares.
     *
     * @param live the stack set as it is; an empty one when there is none
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    static StackSetDifference between(StackSet live, StackSetDeployRequest request, Map<String, String> secrets) {
        List<String> notes = new ArrayList<>();
        TemplateComparison templates = TemplateComparison.of(live.templateBody(), request.template());
        if (templates.isUncertain()) {
            notes.add(Messages.Note_templateByUrl(request.template().name()));
        }
        ParameterComparison parameters =
                ParameterComparison.of(live.parameters(), request.parameters(), secrets, templates);
        notes.addAll(parameters.notes());
        return new StackSetDifference(templates.differ(), parameters, settings(live, request), notes);
    }

    private static List<SettingChange> settings(StackSet live, StackSetDeployRequest request) {
        Map<String, Object> wanted = new LinkedHashMap<>(SetSettings.wanted(request));
        if (SetSettings.isServiceManaged(live)) {
            wanted.keySet().removeAll(Set.of(SetSettings.ADMINISTRATION_ROLE, SetSettings.EXECUTION_ROLE));
        }
        Map<String, Object> before = SetSettings.live(live);
        List<SettingChange> settings = new ArrayList<>();
        wanted.forEach((name, after) -> {
            if (!after.equals(before.getOrDefault(name, ""))) {
                settings.add(new SettingChange(name, SetSettings.text(before.get(name)), SetSettings.text(after)));
            }
        });
        return settings;
    }

    /** Whether anything differs. */
    boolean isAny() {
        return outdates() || !settings.isEmpty();
    }

    /**
     * Whether an update marks instances OUTDATED that it is not about. Source: CloudFormation API, UpdateStackSet: those that
     * change the template or parameters do.
     */
    boolean outdates() {
        return template || !parameters.changed().isEmpty();
    }

    /** Whether automatic deployment differs. */
    boolean autoDeployment() {
        return differs(SetSettings.AUTO_DEPLOYMENT);
    }

    /** Whether the permission model differs. */
    boolean permissionModel() {
        return differs(SetSettings.PERMISSION_MODEL);
    }

    private boolean differs(String setting) {
        return settings.stream().anyMatch(change -> change.name().equals(setting));
    }

    /** Everything that differs, in a few words each. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (template) {
            changes.add(Messages.Change_template());
        }
        if (!parameters.changed().isEmpty()) {
            changes.add(Amounts.parametersChanged(parameters.changed()));
        }
        settings.forEach(change -> changes.add(words(change.name())));
        return changes;
    }

    private static String words(String setting) {
        return switch (setting) {
            case SetSettings.PERMISSION_MODEL -> Messages.Change_permissionModel();
            case SetSettings.DESCRIPTION -> Messages.Change_description();
            case SetSettings.ADMINISTRATION_ROLE -> Messages.Change_administrationRole();
            case SetSettings.EXECUTION_ROLE -> Messages.Change_executionRole();
            case SetSettings.TAGS -> Messages.Change_tags();
            case SetSettings.CAPABILITIES -> Messages.Change_capabilities();
            case SetSettings.AUTO_DEPLOYMENT -> Messages.Change_autoDeployment();
            case SetSettings.MANAGED_EXECUTION -> Messages.Change_managedExecution();
            default -> throw new IllegalArgumentException(setting);
        };
    }
}
