package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Tag;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The settings of a call, checked against the published ranges. */
final class SettingsArgument {
    private static final StackSettings NEW =
            new StackSettings(false, 60, 0, "", "", "KeepStackOnCreationComplete", List.of(), List.of(), "", "");

    private SettingsArgument() {}

    static StackSettings forCreate(Parameters parameters) {
        return read(parameters, NEW);
    }

    /** What is not given stays as it was, except DisableRollback and TimeoutInMinutes, which have defaults. */
    static StackSettings forUpdate(Parameters parameters, StackSettings old) {
        return read(parameters, old);
    }

    /** For operations that take Parallelism and RamRoleName alone. */
    static StackSettings forFollowUp(Parameters parameters, StackSettings old) {
        return new StackSettings(
                old.disableRollback(),
                old.timeoutInMinutes(),
                parallelism(parameters, old),
                ramRole(parameters, old),
                old.resourceGroupId(),
                old.createOption(),
                old.tags(),
                old.notificationUrls(),
                old.templateId(),
                old.templateUrl());
    }

    private static StackSettings read(Parameters parameters, StackSettings old) {
        return new StackSettings(
                parameters.flag("DisableRollback", false),
                parameters.integer("TimeoutInMinutes", 10, 1440, 60),
                parallelism(parameters, old),
                ramRole(parameters, old),
                parameters.has("ResourceGroupId") ? parameters.text("ResourceGroupId") : old.resourceGroupId(),
                createOption(parameters, old),
                tags(parameters, old),
                notificationUrls(parameters, old),
                parameters.text("TemplateId"),
                parameters.text("TemplateURL"));
    }

    private static int parallelism(Parameters parameters, StackSettings old) {
        return parameters.integer("Parallelism", 0, Integer.MAX_VALUE, old.parallelism());
    }

    private static String ramRole(Parameters parameters, StackSettings old) {
        String role = parameters.has("RamRoleName") ? parameters.text("RamRoleName") : old.ramRoleName();
        if (role.length() > 64) {
            throw ApiError.invalidParameter("RamRoleName", "it must have at most 64 characters.");
        }
        return role;
    }

    private static String createOption(Parameters parameters, StackSettings old) {
        String option = parameters.list("CreateOptions").stream()
                .findFirst()
                .orElse(parameters.has("CreateOption") ? parameters.text("CreateOption") : old.createOption());
        List<String> known = List.of(
                "KeepStackOnCreationComplete",
                "AbandonStackOnCreationComplete",
                "AbandonStackOnCreationRollbackComplete",
                "ManuallyPay");
        if (!known.contains(option)) {
            throw ApiError.invalidParameter("CreateOption", "it must be one of " + known + ".");
        }
        if (parameters.has("CreateOption") && parameters.has("CreateOptions.1")) {
            throw ApiError.invalidParameter("CreateOptions", "it excludes CreateOption.");
        }
        return option;
    }

    private static List<Tag> tags(Parameters parameters, StackSettings old) {
        List<Tag> tags = new ArrayList<>();
        parameters.pairs("Tags", "Key", "Value", 20).forEach((key, value) -> tags.add(new Tag(key, value)));
        return tags.isEmpty() ? old.tags() : tags;
    }

    private static List<String> notificationUrls(Parameters parameters, StackSettings old) {
        List<String> urls = parameters.list("NotificationURLs");
        if (urls.size() > 5 || urls.stream().anyMatch(u -> u.getBytes(StandardCharsets.UTF_8).length > 1024)) {
            throw ApiError.invalidParameter("NotificationURLs", "there may be 5 of up to 1,024 bytes each.");
        }
        return urls.isEmpty() ? old.notificationUrls() : urls;
    }
}
