package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** MaxResults 1 to 100, also the default, and NextToken, as all lists of stack sets have them. */
final class StackSetPaging {
    private static final int MOST = 100;
    private static final Pattern TOKEN = Pattern.compile("from-([0-9]{1,8})");

    private StackSetPaging() {}

    /** Returns one page; only what is on it is turned into answers. */
    static <T> QueryAnswer page(QueryParameters parameters, List<T> all, Function<T, ObjectNode> view) {
        int size = parameters.integer("MaxResults", 1, MOST, MOST);
        int from = 0;
        if (parameters.has("NextToken")) {
            var token = TOKEN.matcher(parameters.text("NextToken"));
            if (!token.matches()) {
                throw AwsErrors.validation("The NextToken is not one of this list.");
            }
            from = Integer.parseInt(token.group(1));
        }
        ArrayNode summaries = Json.array();
        all.stream().skip(from).limit(size).map(view).forEach(summaries::add);
        ObjectNode result = Json.object();
        result.set("Summaries", summaries);
        if (from + size < all.size()) {
            result.put("NextToken", "from-" + (from + size));
        }
        return QueryAnswer.read(result);
    }
}
