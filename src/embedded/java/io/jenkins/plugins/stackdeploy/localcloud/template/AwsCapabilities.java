package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which acknowledgements a template of CloudFormation needs (using-iam-template, "Acknowledging IAM resources"). */
final class AwsCapabilities {
    /** The types that need one, with the property that gives them a name of their own. */
    private static final Map<String, String> IAM = Map.of(
            "AWS::IAM::AccessKey", "",
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Policy", "",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName",
            "AWS::IAM::UserToGroupAddition", "");

    private AwsCapabilities() {}

    static Set<String> of(Template template) {
        Set<String> result = new TreeSet<>();
        List<ResourceDefinition> iam = template.resources().values().stream()
                .filter(resource -> IAM.containsKey(resource.type()))
                .toList();
        if (iam.stream().anyMatch(resource -> resource.properties().has(IAM.get(resource.type())))) {
            result.add("CAPABILITY_NAMED_IAM");
        } else if (!iam.isEmpty()) {
            result.add("CAPABILITY_IAM");
        }
        if (template.root().has("Transform")) {
            result.add("CAPABILITY_AUTO_EXPAND");
        }
        return result;
    }
}
