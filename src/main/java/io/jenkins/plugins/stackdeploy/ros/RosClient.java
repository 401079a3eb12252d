package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CallBudget;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * ROS in one region with one key. Every call is taken from the budget that all builds of the controller share for the
 * account and region; one that is throttled makes it smaller.
 */
public final class RosClient implements Looker {
    /** The version of the API. */
    public static final String VERSION = "2019-09-10";

    /** Calls a minute for each API, account and region. Source: ROS API quotas, GetStack and others 100 per 60 s. */
    public static final int CALLS_PER_MINUTE = 100;

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 200;

    private final RosApi api;
    private final GroupKey group;
    private final Budgets budgets;
    private final int callsPerMinute;
    private volatile Instant serverTime = Instant.EPOCH;

    /**
     * A client.
     *
     * @param api makes the calls
     * @param group the account and region
     * @param budgets the controller's budgets
     * @param callsPerMinute the account's limit for each API; {@link #CALLS_PER_MINUTE} unless it was raised
     */
    public RosClient(RosApi api, GroupKey group, Budgets budgets, int callsPerMinute) {
        this.api = api;
        this.group = group;
        this.budgets = budgets;
        this.callsPerMinute = callsPerMinute;
    }

    public GroupKey group() {
        return group;
    }

    /**
     * The service's own time at its last answer, to the second.
     *
     * @return the epoch when it has not told
     */
    Instant serverTime() {
        return serverTime;
    }

    /**
     * Finds the live stack of a name; a name is unique among the live stacks of an account and region.
     *
     * @param name exact name
     * @return the stack, or empty
     * @throws CloudException when the call failed
     */
    Optional<RosStack> find(String name) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        query.put("StackName.1", name);
        query.put("PageSize", String.valueOf(PAGE));
        // Nothing is sent before the stack is known, so that this comes before looks that only wait.
        JsonNode answer = call("ListStacks", query, Map.of(), Priority.WRITE);
        for (JsonNode json : items("ListStacks", answer, "Stacks")) {
            RosStack stack = RosStack.read(json);
            if (stack.name().equals(name) && !stack.status().equals(RosStatus.DELETE_COMPLETE.name())) {
                return Optional.of(stack);
            }
        }
        return Optional.empty();
    }

    /** Whether nobody else waits in the account and region, or everybody looks for itself. */
    boolean alone() {
        return budgets.share(group).alone();
    }

    /**
     * How long to wait until the next look.
     *
     * @param alone how long to wait without company
     * @return less in company, as far as the calls last
     */
    Duration pause(Duration alone) {
        return budgets.share(group).pause(alone, PAGE, callsPerMinute);
    }

    /**
     * Whether to read events now, where that can wait.
     *
     * @param last when they were last read; null when never
     * @return true when it is this one's turn
     */
    boolean mayReadEvents(Instant last) {
        return budgets.share(group).takeEvents(last, callsPerMinute);
    }

    @Override
    public int most() {
        return PAGE;
    }

    @Override
    public Map<String, RosStack> look(Collection<String> ids) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        int number = 0;
        for (String id : ids) {
            query.put("StackIds." + ++number, id);
        }
        query.put("PageSize", String.valueOf(PAGE));
        Map<String, RosStack> stacks = new LinkedHashMap<>();
        for (JsonNode json : list("ListStacks", query, "Stacks")) {
            RosStack stack = RosStack.read(json);
            stacks.put(stack.id(), stack);
        }
        return stacks;
    }

    /**
     * Reads one stack.
     *
     * @param id the stack's id
     * @param outputs whether its outputs are wanted; they take the service longer
     * @return the stack; empty when there is no such stack
     * @throws CloudException when the call failed
     */
    Optional<RosStack> get(String id, boolean outputs) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        query.put("StackId", id);
        query.put("LogOption", "None");
        if (!outputs) {
            query.put("OutputOption", "Disabled");
        }
        try {
            JsonNode json = call("GetStack", query);
            text(json, "GetStack", "Status");
            return Optional.of(RosStack.read(json));
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * One page of a stack's events, the newest first.
     *
     * @param id the stack's id
     * @param page from 1
     * @param priority what they are for
     * @return at most 50 events; fewer on the last page
     * @throws CloudException when the call failed
     */
    List<RosEvent> events(String id, int page, Priority priority) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        query.put("StackId", id);
        query.put("PageNumber", String.valueOf(page));
        query.put("PageSize", String.valueOf(PAGE));
        List<RosEvent> events = new ArrayList<>();
        items("ListStackEvents", call("ListStackEvents", query, Map.of(), priority), "Events")
                .forEach(json -> events.add(RosEvent.read(json)));
        return events;
    }

    /** Whether a page of so many events may be followed by another. */
    static boolean mayFollow(int events, int page) {
        return events >= PAGE && page < MOST_PAGES;
    }

    /**
     * A stack's resources.
     *
     * @param id the stack's id
     * @return name, type, status and more of each, as plain values
     * @throws CloudException when the call failed
     */
    List<Map<String, Object>> resources(String id) throws CloudException {
        List<Map<String, Object>> resources = new ArrayList<>();
        for (JsonNode json : list("ListStackResources", Map.of("StackId", id), "Resources")) {
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("logicalId", json.path("LogicalResourceId").asText(""));
            resource.put("physicalId", json.path("PhysicalResourceId").asText(""));
            resource.put("type", json.path("ResourceType").asText(""));
            resource.put("status", json.path("Status").asText(""));
            resource.put("reason", json.path("StatusReason").asText(""));
            resource.put("drift", json.path("ResourceDriftStatus").asText(""));
            resources.add(resource);
        }
        return resources;
    }

    /**
     * The regions that ROS serves.
     *
     * @return ids in the service's order
     * @throws CloudException when the call failed
     */
    public List<String> regions() throws CloudException {
        List<String> regions = new ArrayList<>();
        list("DescribeRegions", Map.of(), "Regions")
                .forEach(json -> regions.add(json.path("RegionId").asText()));
        return regions;
    }

    /**
     * Calls an action that answers a list. An answer without it, as a proxy might give, is no empty list: a stack must not
     * be created because something in between answered {@code {}}.
     */
    JsonNode list(String action, Map<String, String> query, String name) throws CloudException {
        return items(action, call(action, query), name);
    }

    private static JsonNode items(String action, JsonNode answer, String name) throws CloudException {
        JsonNode list = answer.path(name);
        if (!list.isArray()) {
            throw odd(action, name);
        }
        return list;
    }

    /**
     * A text that an answer must have.
     *
     * @param answer what was answered
     * @param action to what
     * @param name the member
     * @return the text, not empty
     * @throws CloudException when it is missing; the kind is {@link FaultKind#TRANSIENT}
     */
    static String text(JsonNode answer, String action, String name) throws CloudException {
        String text = answer.path(name).asText("");
        if (text.isEmpty()) {
            throw odd(action, name);
        }
        return text;
    }

    private static CloudException odd(String action, String name) {
        return new CloudException(FaultKind.TRANSIENT, action, null, Messages.Api_without(name), null);
    }

    /**
     * Calls an action that has only short parameters.
     *
     * @param action the action
     * @param query its parameters but RegionId
     * @return the answer
     * @throws CloudException when the call failed
     */
    JsonNode call(String action, Map<String, String> query) throws CloudException {
        return call(action, query, Map.of());
    }

    /**
     * Calls an action.
     *
     * @param action the action
     * @param query its parameters but RegionId
     * @param body its long parameters
     * @return the answer
     * @throws CloudException when the call failed
     */
    JsonNode call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        return call(action, query, body, Priority.STATUS);
    }

    private JsonNode call(String action, Map<String, String> query, Map<String, String> body, Priority priority)
            throws CloudException {
        CallBudget budget = budgets.of(group, action, callsPerMinute);
        budget.take(priority);
        Map<String, String> all = new TreeMap<>(query);
        all.put("RegionId", group.region());
        try {
            RosApi.Answer answer = api.call(action, all, body);
            if (answer.date() != null) {
                serverTime = answer.date();
            }
            return answer.body();
        } catch (CloudException failed) {
            // Taking on a role may be throttled too; that says nothing of this action's limit.
            if (failed.kind() == FaultKind.THROTTLED && failed.action().equals(action)) {
                budget.throttled();
            }
            throw failed;
        }
    }
}
