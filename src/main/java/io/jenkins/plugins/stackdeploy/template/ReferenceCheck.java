package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references to what a template does not declare. Left alone are Metadata, whose reading the clouds leave open; a nested
 * stack's TemplateBody, whose names are its own; and templates that a transform, a macro, an include or modules complete.
 */
final class ReferenceCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Set<String> NOT_WALKED = Set.of("Metadata", "TemplateBody");

    private final Template template;
    private final Set<String> names = new HashSet<>();
    private final Set<String> conditions;
    private final Set<String> modules = new HashSet<>();
    private final NearestName nearestName;
    private final NearestName nearestCondition;
    private final List<Problem> problems = new ArrayList<>();

    private ReferenceCheck(Template template) {
        this.template = template;
        names.addAll(template.parameters().keySet());
        names.addAll(template.resources().keySet());
        names.addAll(section("Locals").keySet());
        conditions = section("Conditions").keySet();
        // In order, so that of two names that are equally near always the same one is proposed.
        nearestName = new NearestName(new TreeSet<>(names));
        nearestCondition = new NearestName(conditions);
        template.resources().forEach((id, resource) -> {
            if (resource.type() != null
                    && (resource.type().startsWith("MODULE::")
                            || resource.type().endsWith("::MODULE"))) {
                modules.add(id);
            }
        });
    }

    static List<Problem> check(Template template) {
        Node root = template.root();
        if (!KindDetector.transforms(root).isEmpty() || root.get("Modules") != null || hasInclude(root)) {
            return List.of();
        }
        ReferenceCheck check = new ReferenceCheck(template);
        check.run();
        return check.problems;
    }

    private static boolean hasInclude(Node node) {
        if (node instanceof Scalar) {
            return false;
        }
        if (node.members().containsKey("Fn::Transform")) {
            return true;
        }
        // Loops and no streams: this and the walk below visit every value of the largest templates.
        for (Node item : node.items()) {
            if (hasInclude(item)) {
                return true;
            }
        }
        for (Node.Member member : node.members().values()) {
            if (hasInclude(member.value())) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Node.Member> section(String name) {
        Node section = template.root().get(name);
        return section == null ? Map.of() : section.members();
    }

    private void run() {
        section("Conditions").values().forEach(condition -> {
            walk(condition.value());
            nestedConditions(condition.value());
        });
        section("Resources").values().forEach(resource -> {
            walk(resource.value());
            condition("Condition", resource.value().get("Condition"));
            dependencies(resource.value().get("DependsOn"));
        });
        section("Outputs").values().forEach(output -> {
            walk(output.value());
            condition("Condition", output.value().get("Condition"));
        });
    }

    private void walk(Node node) {
        if (node instanceof Scalar) {
            return;
        }
        if (node.members().size() == 1) {
            function(node);
        }
        node.items().forEach(this::walk);
        node.members().forEach((key, member) -> {
            if (!NOT_WALKED.contains(key)) {
                walk(member.value());
            }
        });
    }

    private void function(Node node) {
        reference("Ref", node.get("Ref"));
        Node attribute = node.get("Fn::GetAtt");
        if (attribute != null) {
            reference(
                    "Fn::GetAtt",
                    attribute.items().isEmpty() ? attribute : attribute.items().get(0));
        }
        Node chosen = node.get("Fn::If");
        if (chosen != null && !chosen.items().isEmpty()) {
            condition("Fn::If", chosen.items().get(0));
        }
        Node substitution = node.get("Fn::Sub");
        if (substitution != null) {
            substitute(substitution);
        }
    }

    private void substitute(Node substitution) {
        List<Node> arguments = substitution.items().isEmpty() ? List.of(substitution) : substitution.items();
        Node text = arguments.get(0);
        Set<String> own =
                arguments.size() < 2 ? Set.of() : arguments.get(1).members().keySet();
        if (text.textOrNull() == null || !text.textOrNull().contains("${")) {
            return;
        }
        Matcher variable = VARIABLE.matcher(text.textOrNull());
        while (variable.find()) {
            String name = variable.group(1).strip();
            if (!own.contains(name) && !exists(name)) {
                // ROS deploys scripts with variables of a shell in them; CloudFormation refuses them.
                boolean tolerated = template.kind() != TemplateKind.CLOUDFORMATION;
                String message = unknown("Fn::Sub", name, nearestName);
                problems.add(
                        tolerated ? Problem.note(message, text.position()) : Problem.error(message, text.position()));
            }
        }
    }

    private void dependencies(Node dependsOn) {
        if (dependsOn != null) {
            reference("DependsOn", dependsOn);
            dependsOn.items().forEach(item -> reference("DependsOn", item));
        }
    }

    private void nestedConditions(Node node) {
        condition("Condition", node.get("Condition"));
        node.items().forEach(this::nestedConditions);
        node.members().values().forEach(member -> nestedConditions(member.value()));
    }

    private void condition(String function, Node name) {
        if (name != null && name.textOrNull() != null && !conditions.contains(name.textOrNull())) {
            problems.add(Problem.error(unknown(function, name.textOrNull(), nearestCondition), name.position()));
        }
    }

    private void reference(String function, Node name) {
        if (name != null && name.textOrNull() != null && !exists(name.textOrNull())) {
            problems.add(Problem.error(unknown(function, name.textOrNull(), nearestName), name.position()));
        }
    }

    /** {@code A}, {@code A.Attribute}, {@code A[0]} for resources with Count, and what lies within a module. */
    private boolean exists(String reference) {
        return names.contains(reference)
                || names.contains(base(reference))
                || ParameterCheck.isPseudo(reference)
                || modules.stream().anyMatch(reference::startsWith);
    }

    private static String base(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c == '.' || c == '[') {
                return reference.substring(0, i);
            }
        }
        return reference;
    }

    private static String unknown(String function, String name, NearestName nearest) {
        return nearest.to(name)
                .map(near -> Messages.Template_unknownNear(function, name, near))
                .orElseGet(() -> Messages.Template_unknown(function, name));
    }
}
