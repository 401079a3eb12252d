package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.util.List;

/**
 * What a stack remembers of the requests that made and changed it, apart from template and parameters.
 *
 * @param disableRollback whether the last create or update leaves failed resources in place
 * @param timeoutInMinutes nominal minutes before an operation is given up, 10 to 1,440
 * @param parallelism how many resources are worked on at a time; 0 for no limit
 * @param ramRoleName the role that ROS assumes, or an empty text
 * @param resourceGroupId the resource group, or an empty text
 * @param createOption KeepStackOnCreationComplete or one of the Abandon options
 * @param tags labels
 * @param notificationUrls whom the cloud tells of changes of the status
 * @param templateId where the template came from, or an empty text
 * @param templateUrl where the template came from, or an empty text
 */
public record StackSettings(
        boolean disableRollback,
        int timeoutInMinutes,
        int parallelism,
        String ramRoleName,
        String resourceGroupId,
        String createOption,
        List<Tag> tags,
        List<String> notificationUrls,
        String templateId,
        String templateUrl) {

    /** Returns the settings of a stack inside another: no rollback of its own, since the outer stack rolls back. */
    static StackSettings nested(StackSettings parent, int timeoutInMinutes) {
        return new StackSettings(
                true,
                timeoutInMinutes,
                parent.parallelism,
                parent.ramRoleName,
                parent.resourceGroupId,
                "KeepStackOnCreationComplete",
                parent.tags,
                List.of(),
                "",
                "");
    }
}
