package io.jenkins.plugins.stackdeploy.template;

import java.util.Collection;
import java.util.List;

/** Tells whose template it is: by its version, else its transform, else the types of its resources. */
final class KindDetector {
    private KindDetector() {}

    static TemplateKind detect(Node root, Collection<ResourceDeclaration> resources) {
        List<String> transforms = transforms(root);
        if (anyStartsWith(transforms, "Aliyun::Terraform-") || anyStartsWith(transforms, "Aliyun::OpenTofu-")) {
            return TemplateKind.ROS_TERRAFORM;
        }
        if (root.get("ROSTemplateFormatVersion") != null || anyStartsWith(transforms, "Aliyun::")) {
            return TemplateKind.ROS;
        }
        if (root.get("AWSTemplateFormatVersion") != null || anyStartsWith(transforms, "AWS::")) {
            return TemplateKind.CLOUDFORMATION;
        }
        List<String> types = resources.stream()
                .map(ResourceDeclaration::type)
                .filter(type -> type != null)
                .toList();
        if (anyStartsWith(types, "ALIYUN::") || anyStartsWith(types, "DATASOURCE::")) {
            return TemplateKind.ROS;
        }
        return anyStartsWith(types, "AWS::") ? TemplateKind.CLOUDFORMATION : TemplateKind.UNKNOWN;
    }

    /** The names of the template's transforms: one or several. */
    static List<String> transforms(Node root) {
        Node transform = root.get("Transform");
        if (transform == null) {
            return List.of();
        }
        List<Node> all = transform instanceof Items ? transform.items() : List.of(transform);
        return all.stream()
                .map(node -> node instanceof Members ? node.text("Name") : node.textOrNull())
                .filter(name -> name != null)
                .toList();
    }

    private static boolean anyStartsWith(List<String> names, String prefix) {
        return names.stream().anyMatch(name -> name.startsWith(prefix));
    }
}
