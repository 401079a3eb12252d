package io.jenkins.plugins.stackdeploy.cloudformation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import java.util.ArrayList;
import java.util.List;

/** The saved facts of work on a stack set. Names each target account once for each operation, and no instance. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class StackSetFacts extends Operation {
    /** Where the work is. */
    enum Phase {
        /** Reads the live state and decides. */
        DECIDE,
        /** Waits for somebody else's operation. */
        OTHERS,
        /** Sends the next call. */
        SUBMIT,
        /** Waits for the end of an operation. */
        WATCH,
        /** Reads the operation's results to the end. */
        RESULTS,
        /** Reads the instances and tells the end. */
        SETTLE
    }

    /** What is done. */
    enum Action {
        CREATE,
        UPDATE,
        NONE,
        INSTANCES,
        DELETE
    }

    Phase phase = Phase.DECIDE;
    Action action;
    String stackSetId;
    /** Whether AWS Organizations gives the permissions. */
    boolean serviceManaged;
    /** The calls, in order. */
    List<PlannedOperation> plan = new ArrayList<>();
    /** Which of them is next or under way. */
    int current;
    /** Operations of an earlier plan that was given up because the stack set moved. */
    List<String> earlier = new ArrayList<>();
    /** Somebody else's operation that is waited for. */
    String otherId;
    /** How many times it was decided anew, because the stack set moved between looking and acting. */
    int surprises;
    /** How often a call was refused because too many instances were involved. */
    int crowded;
    /** CloudFormation accepted a request to stop the operation. */
    boolean stopping;
    /** What was found outdated after the plan has had its second chance. */
    boolean repaired;

    /**
     * The id of the stack set.
     *
     * @return null until it is known
     */
    public String stackSetId() {
        return stackSetId;
    }

    /**
     * The id of the operation that was started last.
     *
     * @return null until there is one
     */
    public String operationId() {
        List<String> ids = operationIds();
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    /** The ids of the operations that were started, in order. */
    List<String> operationIds() {
        List<String> ids = new ArrayList<>(earlier);
        plan.stream()
                .filter(planned -> planned.kind.isOperation() && planned.acceptedAt != null)
                .forEach(planned -> ids.add(planned.id));
        return ids;
    }

    /** Whether an operation was started from here. */
    boolean isOurs(String operationId) {
        return earlier.contains(operationId) || plan.stream().anyMatch(planned -> planned.id.equals(operationId));
    }

    /** The call that is next or under way; null when there is none left. */
    PlannedOperation now() {
        return current < plan.size() ? plan.get(current) : null;
    }

    /** Replaces a plan, and what was started of it is not forgotten. */
    void plan(List<PlannedOperation> fresh) {
        earlier = operationIds();
        plan = new ArrayList<>(fresh);
        current = 0;
    }
}
