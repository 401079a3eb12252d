package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** As much of ROS as a creation needs, without a network: stacks that come up after a while. Of one account; for one thread. */
public final class SimulatedRos implements RosApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Stack(String id, String name, Instant created, Instant ends) {}

    private final InstantSource clock;
    private final IntFunction<Duration> durations;
    private final Map<String, Stack> byId = new HashMap<>();
    private final Map<String, Stack> byName = new HashMap<>();
    private long calls;
    private long seen;

    /**
     * An account without stacks.
     *
     * @param clock tells the time
     * @param durations how long the creation of each stack takes, by its number from 0
     */
    public SimulatedRos(InstantSource clock, IntFunction<Duration> durations) {
        this.clock = clock;
        this.durations = durations;
    }

    /** The service with this account alone. */
    public RosService service(String account) {
        return new RosService("simulated", account, () -> this);
    }

    /** How many calls there have been. */
    public long calls() {
        return calls;
    }

    /** How many stacks' states have been told, those of a list counted one by one. */
    public long seen() {
        return seen;
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) {
        calls++;
        ObjectNode answer =
                switch (action) {
                    case "CreateStack" -> create(query.get("StackName"));
                    case "ListStacks" -> list(query);
                    case "GetStack" -> state(byId.get(query.get("StackId")));
                    case "ListStackEvents" -> events(byId.get(query.get("StackId")));
                    default -> throw new IllegalArgumentException("not simulated: " + action);
                };
        return new Answer(answer, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private ObjectNode create(String name) {
        Instant now = clock.instant();
        Stack stack = new Stack("id-" + name, name, now, now.plus(durations.apply(byId.size())));
        byId.put(stack.id(), stack);
        byName.put(name, stack);
        return JSON.objectNode().put("StackId", stack.id());
    }

    private ObjectNode list(Map<String, String> query) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode stacks = answer.putArray("Stacks");
        query.forEach((name, value) -> {
            Stack stack = name.startsWith("StackIds.")
                    ? byId.get(value)
                    : name.startsWith("StackName.") ? byName.get(value) : null;
            if (stack != null) {
                stacks.add(state(stack));
            }
        });
        return answer;
    }

    private ObjectNode state(Stack stack) {
        seen++;
        return JSON.objectNode()
                .put("StackId", stack.id())
                .put("StackName", stack.name())
                .put("Status", isOver(stack) ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS")
                .put("CreateTime", text(stack.created()));
    }

    private ObjectNode events(Stack stack) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode events = answer.putArray("Events");
        if (isOver(stack)) {
            events.add(event(stack, stack.ends(), "CREATE_COMPLETE"));
        }
        events.add(event(stack, stack.created(), "CREATE_IN_PROGRESS"));
        return answer;
    }

    private static ObjectNode event(Stack stack, Instant at, String status) {
        return JSON.objectNode()
                .put("EventId", stack.id() + status)
                .put("CreateTime", text(at))
                .put("LogicalResourceId", stack.name())
                .put("PhysicalResourceId", stack.id())
                .put("ResourceType", "ALIYUN::ROS::Stack")
                .put("Status", status);
    }

    private boolean isOver(Stack stack) {
        return !clock.instant().isBefore(stack.ends());
    }

    private static String text(Instant moment) {
        String text = moment.truncatedTo(ChronoUnit.SECONDS).toString();
        return text.substring(0, text.length() - 1);
    }
}
