package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A service that speaks the Query protocol. Its calls are carried out one at a time. */
public final class QueryService implements AwsService {
    private final String name;
    private final String version;
    private final String namespace;
    private final Consumer<Instant> catchUp;
    private final Map<String, QueryAction> actions;

    /**
     * @param name in signatures, such as {@code cloudformation}
     * @param version of the API, such as {@code 2010-05-15}
     * @param namespace of its XML
     * @param catchUp brings what goes on by itself up to a moment, before an action looks at it
     * @param actions what it can do
     */
    public QueryService(
            String name, String version, String namespace, Consumer<Instant> catchUp, List<QueryAction> actions) {
        this.name = name;
        this.version = version;
        this.namespace = namespace;
        this.catchUp = catchUp;
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(QueryAction::name, Function.identity()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String action(WireRequest request) {
        return request.parameters().getOrDefault("Action", "");
    }

    @Override
    public String token(WireRequest request) {
        QueryAction action = actions.get(action(request));
        String parameter = action == null ? null : action.tokenParameter();
        return parameter == null ? null : request.parameters().get(parameter);
    }

    @Override
    public synchronized AwsAnswer run(AwsCall call) {
        Map<String, String> fields = call.request().parameters();
        QueryAction action = actions.get(call.action());
        if (action == null || !version.equals(fields.get("Version"))) {
            throw new ApiError(
                    400,
                    "InvalidAction",
                    "Could not find operation " + call.action() + " for version " + fields.get("Version"));
        }
        catchUp.accept(call.now());
        QueryAnswer answer = action.run(new QueryCall(call, QueryParameters.of(fields)));
        Reply reply = QueryXml.success(namespace, action.name(), answer.result(), call.requestId());
        return new AwsAnswer(reply, answer.effect());
    }

    @Override
    public Reply error(ApiError error, String requestId) {
        return QueryXml.error(namespace, error, requestId);
    }
}
