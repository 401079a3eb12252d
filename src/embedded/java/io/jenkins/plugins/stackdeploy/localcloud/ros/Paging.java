package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;
import java.util.function.Function;

/** PageNumber from 1, PageSize 1 to 50 with a default of 10, as all paged ROS lists have it. */
final class Paging {
    private Paging() {}

    static <T> ObjectNode page(Parameters parameters, String field, List<T> all, Function<T, ObjectNode> view) {
        int number = parameters.integer("PageNumber", 1, Integer.MAX_VALUE, 1);
        int size = parameters.integer("PageSize", 1, 50, 10);
        ArrayNode items = Json.array();
        all.stream().skip((number - 1L) * size).limit(size).map(view).forEach(items::add);
        ObjectNode answer =
                Json.object().put("PageNumber", number).put("PageSize", size).put("TotalCount", all.size());
        answer.set(field, items);
        return answer;
    }
}
