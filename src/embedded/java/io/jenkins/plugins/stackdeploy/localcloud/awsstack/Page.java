package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers a list in pages. A token names the last element shown, so that what is added in front shifts nothing. */
final class Page {
    /** DescribeStackEvents, DescribeStacks and their like show up to so many. */
    private static final int SIZE = 100;

    private Page() {}

    static <T> ObjectNode of(
            QueryCall call, String name, List<T> all, Function<T, String> id, Function<T, ObjectNode> view) {
        int from = 0;
        if (call.parameters().has("NextToken")) {
            String last = call.parameters().text("NextToken");
            from = 1
                    + IntStream.range(0, all.size())
                            .filter(i -> id.apply(all.get(i)).equals(last))
                            .findFirst()
                            .orElseThrow(() -> AwsErrors.validation("Invalid NextToken"));
        }
        int to = Math.min(all.size(), from + SIZE);
        ObjectNode result = Json.object();
        all.subList(from, to).forEach(element -> result.withArray(name).add(view.apply(element)));
        if (from == to) {
            result.putArray(name);
        }
        if (to < all.size()) {
            result.put("NextToken", id.apply(all.get(to - 1)));
        }
        return result;
    }
}
