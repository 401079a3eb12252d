package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the capabilities that CloudFormation wants acknowledged for a template. What a transform or a nested stack brings is
 * not seen. Source: CloudFormation API 2010-05-15, CreateStackSet, Capabilities.
 */
public final class TemplateCapabilities {
    private static final String IAM = "CAPABILITY_IAM";
    private static final String NAMED_IAM = "CAPABILITY_NAMED_IAM";
    private static final String AUTO_EXPAND = "CAPABILITY_AUTO_EXPAND";

    /** Types of resources that need a capability, with the property that gives them a name of their own; empty for none. */
    private static final Map<String, String> IAM_TYPES = Map.of(
            "AWS::IAM::AccessKey", "",
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Policy", "",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName",
            "AWS::IAM::UserToGroupAddition", "");

    private TemplateCapabilities() {}

    /**
     * A capability that a template needs.
     *
     * @param capability its name, such as {@code CAPABILITY_IAM}
     * @param because what needs it: a resource's logical id with its type, or a transform
     */
    public record Needed(String capability, String because) {}

    /**
     * The capabilities that a template needs and that are not given.
     *
     * @param template a template of CloudFormation
     * @param given names of capabilities
     * @return at most one for IAM and one for transforms
     */
    public static List<Needed> missing(Template template, Collection<String> given) {
        List<Needed> missing = new ArrayList<>();
        iam(template)
                .filter(needed -> !given.contains(needed.capability()) && !given.contains(NAMED_IAM))
                .ifPresent(missing::add);
        if (!given.contains(AUTO_EXPAND)) {
            transform(template.root())
                    .map(transform -> new Needed(AUTO_EXPAND, transform))
                    .ifPresent(missing::add);
        }
        return missing;
    }

    /** A resource with a name of its own needs the stronger capability, which stands for the other too. */
    private static Optional<Needed> iam(Template template) {
        Needed found = null;
        for (Map.Entry<String, ResourceDeclaration> resource :
                template.resources().entrySet()) {
            String type = resource.getValue().type();
            String naming = type == null ? null : IAM_TYPES.get(type);
            if (naming == null) {
                continue;
            }
            String because = resource.getKey() + " (" + type + ")";
            if (!naming.isEmpty()
                    && template.position("Resources", resource.getKey(), "Properties", naming)
                            .isPresent()) {
                return Optional.of(new Needed(NAMED_IAM, because));
            }
            found = found == null ? new Needed(IAM, because) : found;
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> transform(Node node) {
        List<String> declared = KindDetector.transforms(node);
        if (!declared.isEmpty()) {
            return Optional.of("Transform " + declared.get(0));
        }
        return hasInlineTransform(node) ? Optional.of("Fn::Transform") : Optional.empty();
    }

    private static boolean hasInlineTransform(Node node) {
        return node.get("Fn::Transform") != null
                || node.items().stream().anyMatch(TemplateCapabilities::hasInlineTransform)
                || node.members().stream().anyMatch(member -> hasInlineTransform(member.value()));
    }
}
