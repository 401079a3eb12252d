package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds references to what a template does not declare. Left alone are Metadata, whose reading the clouds leave open; a nested
 * stack's TemplateBody, whose names are its own; and templates that a transform, a macro, an include or modules complete.
 */
final class ReferenceCheck {
    private final Template template;
    private final Set<String> names = new HashSet<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Set<String> modules = new HashSet<>();
    private NearestName nearestName;
    private final NearestName nearestCondition;
    private final List<Problem> problems = new ArrayList<>();

    private ReferenceCheck(Template template) {
        this.template = template;
        names.addAll(template.parameters().keySet());
        names.addAll(template.resources().keySet());
        section("Locals").forEach(local -> names.add(local.key()));
        section("Conditions").forEach(condition -> conditions.add(condition.key()));
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
        if (!KindDetector.transforms(root).isEmpty() || root.get("Modules") != null) {
            return List.of();
        }
        ReferenceCheck check = new ReferenceCheck(template);
        check.run();
        // An include may declare what seems to be missing. To look for one takes a walk, so that is done last.
        return check.problems.isEmpty() || hasInclude(root) ? List.of() : check.problems;
    }

    private static boolean hasInclude(Node node) {
        if (node instanceof Scalar) {
            return false;
        }
        if (node.get("Fn::Transform") != null) {
            return true;
        }
        // Loops and no streams: this and the walk below visit every value of the largest templates.
        for (Node item : node.items()) {
            if (hasInclude(item)) {
                return true;
            }
        }
        for (Node.Member member : node.members()) {
            if (hasInclude(member.value())) {
                return true;
            }
        }
        return false;
    }

    private List<Node.Member> section(String name) {
        Node section = template.root().get(name);
        return section == null ? List.of() : section.members();
    }

    private void run() {
        section("Conditions").forEach(condition -> {
            walk(condition.value());
            nestedConditions(condition.value());
        });
        section("Resources").forEach(resource -> {
            walk(resource.value());
            condition("Condition", resource.value().get("Condition"));
            dependencies(resource.value().get("DependsOn"));
        });
        section("Outputs").forEach(output -> {
            walk(output.value());
            condition("Condition", output.value().get("Condition"));
        });
    }

    private void walk(Node node) {
        if (node instanceof Scalar) {
            return;
        }
        for (Node item : node.items()) {
            walk(item);
        }
        if (!(node instanceof Members members)) {
            return;
        }
        Node.Member[] all = members.inFileOrder();
        boolean single = all.length == 1;
        for (Node.Member member : all) {
            String key = member.key();
            Node value = member.value();
            if (single) {
                function(key, value);
            }
            if (!(value instanceof Scalar) && !key.equals("Metadata") && !key.equals("TemplateBody")) {
                walk(value);
            }
        }
    }

    private void function(String name, Node argument) {
        switch (name) {
            case "Ref" -> reference(name, argument);
            case "Fn::GetAtt" -> reference(name, firstOf(argument));
            case "Fn::If" -> {
                if (!argument.items().isEmpty()) {
                    condition(name, argument.items().get(0));
                }
            }
            case "Fn::Sub" -> substitute(argument);
            default -> {
                // Refers to nothing by itself.
            }
        }
    }

    private static Node firstOf(Node argument) {
        return argument.items().isEmpty() ? argument : argument.items().get(0);
    }

    private void substitute(Node substitution) {
        Node text = firstOf(substitution);
        if (text.textOrNull() == null) {
            return;
        }
        Node own = substitution.items().size() < 2 ? text : substitution.items().get(1);
        for (String name : Variables.of(text.textOrNull())) {
            if (own.get(name) == null && !exists(name)) {
                // ROS deploys scripts with variables of a shell in them; CloudFormation refuses them.
                boolean tolerated = template.kind() != TemplateKind.CLOUDFORMATION;
                String message = unknown("Fn::Sub", name, nearestName());
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
        node.members().forEach(member -> nestedConditions(member.value()));
    }

    private void condition(String function, Node name) {
        if (name != null && name.textOrNull() != null && !conditions.contains(name.textOrNull())) {
            problems.add(Problem.error(unknown(function, name.textOrNull(), nearestCondition), name.position()));
        }
    }

    private void reference(String function, Node name) {
        if (name != null && name.textOrNull() != null && !exists(name.textOrNull())) {
            problems.add(Problem.error(unknown(function, name.textOrNull(), nearestName()), name.position()));
        }
    }

    private NearestName nearestName() {
        if (nearestName == null) {
            // In order, so that of two names that are equally near always the same one is proposed.
            nearestName = new NearestName(new TreeSet<>(names));
        }
        return nearestName;
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
