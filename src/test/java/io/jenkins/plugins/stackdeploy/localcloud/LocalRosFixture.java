package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.tea.TeaException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An endpoint whose clock a test moves, and a client for it. */
final class LocalRosFixture implements AutoCloseable {
    static final String HEADER = "ROSTemplateFormatVersion: '2015-09-01'\n";

    final MovableClock clock;
    final LocalRos ros;
    final TeaRos client;

    LocalRosFixture(LocalRosBuilder builder) throws Exception {
        this(builder, new MovableClock());
    }

    LocalRosFixture(LocalRosBuilder builder, MovableClock clock) throws Exception {
        this.clock = clock;
        this.ros = builder.clock(clock).account("AK", "SECRET", TeaRos.ACCOUNT).start();
        this.client = TeaRos.of(ros);
    }

    static LocalRosFixture start() throws Exception {
        return new LocalRosFixture(LocalRos.builder());
    }

    JsonNode call(String action, String... namesAndValues) throws Exception {
        return client.call(action, namesAndValues);
    }

    /** Creates a stack and returns its id; the create is still going on. */
    String create(String name, String template, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("StackName", name, "TemplateBody", HEADER + template));
        Collections.addAll(arguments, more);
        return call("CreateStack", arguments.toArray(String[]::new))
                .get("StackId")
                .asText();
    }

    /** Creates a stack and lets an hour pass. */
    String created(String name, String template, String... more) throws Exception {
        String id = create(name, template, more);
        later(3600);
        return id;
    }

    void update(String stackId, String template, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("StackId", stackId, "TemplateBody", HEADER + template));
        Collections.addAll(arguments, more);
        call("UpdateStack", arguments.toArray(String[]::new));
    }

    void later(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    JsonNode stack(String stackId) throws Exception {
        return call("GetStack", "StackId", stackId);
    }

    String status(String stackId) throws Exception {
        return stack(stackId).get("Status").asText();
    }

    /** Returns {@code logicalId status} of every event, the oldest first. */
    List<String> events(String stackId) throws Exception {
        List<String> result = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer =
                    call("ListStackEvents", "StackId", stackId, "PageSize", "50", "PageNumber", String.valueOf(page));
            for (JsonNode event : answer.get("Events")) {
                result.add(event.get("LogicalResourceId").asText() + " "
                        + event.get("Status").asText());
            }
            if (result.size() >= answer.get("TotalCount").asInt()) {
                Collections.reverse(result);
                return result;
            }
        }
    }

    /** Returns the values of a field over a list. */
    static List<String> field(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(name).asText())
                .toList();
    }

    static TeaException refused(ThrowingCallable call) {
        return catchThrowableOfType(TeaException.class, call);
    }

    @Override
    public void close() {
        ros.close();
    }
}
