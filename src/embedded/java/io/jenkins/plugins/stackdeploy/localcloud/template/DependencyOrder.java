package io.jenkins.plugins.stackdeploy.localcloud.template;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts resources so that each comes after those that it depends on. */
final class DependencyOrder {
    private final Map<String, Set<String>> dependencies;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();

    private DependencyOrder(Map<String, Set<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /**
     * Sorts all resources of a template.
     *
     * @return logical ids, otherwise in the order of the text
     * @throws ApiError CircularDependency, HTTP 400
     */
    static List<String> of(Template template) {
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        Set<String> all = template.resources().keySet();
        template.resources().forEach((id, resource) -> dependencies.put(id, resource.dependencies(all)));
        DependencyOrder order = new DependencyOrder(dependencies);
        all.forEach(order::visit);
        return new ArrayList<>(order.done);
    }

    private void visit(String id) {
        if (done.contains(id)) {
            return;
        }
        int seenAt = path.indexOf(id);
        path.add(id);
        if (seenAt >= 0) {
            throw new ApiError(
                    400,
                    "CircularDependency",
                    "Circular Dependency Found: " + String.join(" -> ", path.subList(seenAt, path.size())) + ".");
        }
        dependencies.get(id).forEach(this::visit);
        path.remove(path.size() - 1);
        done.add(id);
    }
}
