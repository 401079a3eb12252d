package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a cloud would certainly refuse in a template, before any call. It knows too little to accept a template, and
 * never refuses one that a cloud might take: whatever a transform, a macro or a module may change is left to the cloud.
 */
public final class TemplateCheck {
    private static final String ROS_VERSION = "2015-09-01";
    private static final String CLOUDFORMATION_VERSION = "2010-09-09";
    private static final List<String> MAPS = List.of("Parameters", "Mappings", "Conditions", "Resources", "Outputs");

    private final Template template;
    private final Node root;
    private final List<Problem> problems = new ArrayList<>();

    private TemplateCheck(Template template) {
        this.template = template;
        this.root = template.root();
    }

    /** @return all problems at once; empty when there are none. Terraform code for ROS is not looked into */
    public static List<Problem> check(Template template) {
        if (template.kind() == TemplateKind.ROS_TERRAFORM) {
            return List.of();
        }
        TemplateCheck check = new TemplateCheck(template);
        check.version();
        check.sections();
        check.parameters();
        check.resources();
        check.problems.addAll(ReferenceCheck.check(template));
        return List.copyOf(check.problems);
    }

    private void version() {
        if (template.kind() == TemplateKind.ROS) {
            Node version = root.get("ROSTemplateFormatVersion");
            if (version == null && root.get("Transform") == null) {
                error(Messages.Template_noVersion(ROS_VERSION), root.position());
            }
            requireVersion("ROSTemplateFormatVersion", ROS_VERSION);
        } else if (template.kind() == TemplateKind.CLOUDFORMATION) {
            requireVersion("AWSTemplateFormatVersion", CLOUDFORMATION_VERSION);
        }
    }

    private void requireVersion(String key, String only) {
        Node version = root.get(key);
        if (version != null && !only.equals(version.textOrNull())) {
            error(Messages.Template_version(key, only), version.position());
        }
    }

    private void sections() {
        for (String name : MAPS) {
            Node section = root.get(name);
            if (section != null && !(section instanceof Members) && !isNull(section)) {
                error(Messages.Template_sectionNotMap(name), section.position());
            }
        }
        Node resources = root.get("Resources");
        if (resources == null || isNull(resources)) {
            noResources();
        }
    }

    /** CloudFormation needs resources. ROS does not (user guide, "Template structure"), but rarely is that meant. */
    private void noResources() {
        String message =
                nearResources().map(Messages::Template_noResourcesNear).orElseGet(Messages::Template_noResources);
        if (template.kind() == TemplateKind.ROS) {
            problems.add(Problem.note(message, null));
        } else if (root.get("Transform") == null) {
            error(message, null);
        }
    }

    private Optional<String> nearResources() {
        List<String> sections = root.members().stream().map(Node.Member::key).toList();
        return new NearestName(sections).to("Resources").filter(name -> !name.equals("Resources"));
    }

    private void parameters() {
        Node section = root.get("Parameters");
        if (section != null) {
            section.members().forEach(member -> {
                if (member.value().text("Type") == null) {
                    error(Messages.Template_parameterType(member.key()), member.keyPosition());
                }
            });
        }
    }

    private void resources() {
        Node section = root.get("Resources");
        if (section != null) {
            section.members().forEach(member -> {
                // Fn::Transform and Fn::ForEach stand where a resource would.
                if (!member.key().startsWith("Fn::") && member.value().text("Type") == null) {
                    error(Messages.Template_resourceType(member.key()), member.keyPosition());
                }
            });
        }
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.type() == Scalar.Type.NULL;
    }

    private void error(String message, Position position) {
        problems.add(Problem.error(message, position));
    }
}
