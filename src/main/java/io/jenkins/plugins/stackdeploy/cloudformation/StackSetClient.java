package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackInstancesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackSetOperationResultsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackSetOperationsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackInstance;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceFilter;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackSetRequest;

/**
 * StackSets in one region as one account. Every call is taken from the budget that all builds of the controller share for
 * the account and region; one that is throttled makes it smaller.
 *
 * <p>All calls throw {@link CloudException} when they failed, and {@link
 * io.jenkins.plugins.stackdeploy.engine.OverBudgetException} when they had to wait and were not made. {@code callAs} is
 * null for the service's default, and must be the same on every call for a stack set.
 *
 * <p>Calls that change something are sent again by the SDK when no answer came back. Those that start an operation or
 * create a stack set must therefore have a token; the ones that have none in the API do the same twice as once.
 */
public final class StackSetClient {
    private static final int PAGE = 100;

    private final CloudFormationClient sdk;
    private final AwsCalls calls;

    /**
     * A client.
     *
     * @param sdk makes the calls
     * @param calls takes them from the budget and reads their failures
     */
    StackSetClient(CloudFormationClient sdk, AwsCalls calls) {
        this.sdk = sdk;
        this.calls = calls;
    }

    /** The account and region. */
    public GroupKey group() {
        return calls.group();
    }

    /** Whether nobody else waits in the account and region. */
    boolean alone() {
        return calls.share().waits() <= 1;
    }

    /**
     * How long to wait until the next look.
     *
     * @param alone how long to wait without company
     * @return longer in company, when the calls would not last otherwise
     */
    Duration pause(Duration alone) {
        return calls.pause(alone);
    }

    /**
     * Whether to read results now, where that can wait.
     *
     * @param last when they were last read; null when never
     * @return true when it is this one's turn
     */
    boolean mayReadResults(Instant last) {
        return calls.mayReadResults(last);
    }

    /**
     * Reads a stack set.
     *
     * @param name its name
     * @param callAs in which role; null for the default
     * @return the stack set; empty when there is none, or only a deleted one
     */
    public Optional<StackSet> describe(String name, CallAs callAs) throws CloudException {
        return found(() -> calls.read("DescribeStackSet", () -> sdk.describeStackSet(
                                request -> request.stackSetName(name).callAs(text(callAs)))
                        .stackSet()))
                .filter(set -> set.status() != StackSetStatus.DELETED);
    }

    /**
     * Creates a stack set without instances.
     *
     * @param request with a client request token
     * @return the id of the stack set
     */
    public String create(CreateStackSetRequest request) throws CloudException {
        Objects.requireNonNull(request.clientRequestToken(), "clientRequestToken");
        return calls.write("CreateStackSet", () -> sdk.createStackSet(request).stackSetId());
    }

    /**
     * Updates a stack set and instances of it.
     *
     * @param request with an operation id
     * @return the id of the operation
     */
    public String update(UpdateStackSetRequest request) throws CloudException {
        Objects.requireNonNull(request.operationId(), "operationId");
        return calls.write("UpdateStackSet", () -> sdk.updateStackSet(request).operationId());
    }

    /**
     * Creates stack instances.
     *
     * @param request with an operation id
     * @return the id of the operation
     */
    public String createInstances(CreateStackInstancesRequest request) throws CloudException {
        Objects.requireNonNull(request.operationId(), "operationId");
        return calls.write(
                "CreateStackInstances", () -> sdk.createStackInstances(request).operationId());
    }

    /**
     * Updates overrides of existing stack instances.
     *
     * @param request with an operation id
     * @return the id of the operation
     */
    public String updateInstances(UpdateStackInstancesRequest request) throws CloudException {
        Objects.requireNonNull(request.operationId(), "operationId");
        return calls.write(
                "UpdateStackInstances", () -> sdk.updateStackInstances(request).operationId());
    }

    /**
     * Deletes stack instances.
     *
     * @param request with an operation id
     * @return the id of the operation
     */
    public String deleteInstances(DeleteStackInstancesRequest request) throws CloudException {
        Objects.requireNonNull(request.operationId(), "operationId");
        return calls.write(
                "DeleteStackInstances", () -> sdk.deleteStackInstances(request).operationId());
    }

    /**
     * Deletes a stack set that has no instances; one that is gone already counts as deleted, as the call may have been
     * sent twice.
     *
     * @param name its name
     * @param callAs in which role; null for the default
     */
    public void delete(String name, CallAs callAs) throws CloudException {
        found(() -> calls.write(
                "DeleteStackSet",
                () -> sdk.deleteStackSet(request -> request.stackSetName(name).callAs(text(callAs)))));
    }

    /**
     * Reads an operation.
     *
     * @param name the stack set's name
     * @param operationId the operation's id
     * @param callAs in which role; null for the default
     * @return the operation; empty when there is none, or no such stack set
     */
    public Optional<StackSetOperation> operation(String name, String operationId, CallAs callAs) throws CloudException {
        return found(() -> calls.read("DescribeStackSetOperation", () -> sdk.describeStackSetOperation(request ->
                        request.stackSetName(name).operationId(operationId).callAs(text(callAs)))
                .stackSetOperation()));
    }

    /**
     * Lists operations, the newest first.
     *
     * @param name the stack set's name
     * @param callAs in which role; null for the default
     * @param token of the page before; null for the first page
     * @return at most 100 operations
     */
    public Page<StackSetOperationSummary> operations(String name, CallAs callAs, String token) throws CloudException {
        ListStackSetOperationsResponse answer = calls.read(
                "ListStackSetOperations",
                () -> sdk.listStackSetOperations(request -> request.stackSetName(name)
                        .callAs(text(callAs))
                        .nextToken(token)
                        .maxResults(PAGE)));
        return new Page<>(answer.summaries(), answer.nextToken());
    }

    /**
     * Lists the results of an operation by account and region. What it tells lags behind the operation for a while.
     *
     * @param name the stack set's name
     * @param operationId the operation's id
     * @param callAs in which role; null for the default
     * @param token of the page before; null for the first page
     * @return at most 100 results
     */
    public Page<StackSetOperationResultSummary> results(String name, String operationId, CallAs callAs, String token)
            throws CloudException {
        return results(name, operationId, callAs, token, Priority.STATUS);
    }

    /** Likewise, with a priority of its own. */
    Page<StackSetOperationResultSummary> results(
            String name, String operationId, CallAs callAs, String token, Priority priority) throws CloudException {
        ListStackSetOperationResultsResponse answer = calls.read(
                "ListStackSetOperationResults",
                priority,
                () -> sdk.listStackSetOperationResults(request -> request.stackSetName(name)
                        .operationId(operationId)
                        .callAs(text(callAs))
                        .nextToken(token)
                        .maxResults(PAGE)));
        return new Page<>(answer.summaries(), answer.nextToken());
    }

    /**
     * Lists stack instances.
     *
     * @param name the stack set's name
     * @param callAs in which role; null for the default
     * @param token of the page before, asked for with the same filter; null for the first page
     * @param filter which instances
     * @return at most 100 instances
     */
    public Page<StackInstanceSummary> instances(String name, CallAs callAs, String token, InstanceFilter filter)
            throws CloudException {
        ListStackInstancesResponse answer = calls.read(
                "ListStackInstances",
                () -> sdk.listStackInstances(request -> request.stackSetName(name)
                        .callAs(text(callAs))
                        .nextToken(token)
                        .maxResults(PAGE)
                        .stackInstanceAccount(filter.account())
                        .stackInstanceRegion(filter.region())
                        .filters(filters(filter))));
        return new Page<>(answer.summaries(), answer.nextToken());
    }

    /**
     * Reads a stack instance, with its parameter overrides, which lists do not tell.
     *
     * @param name the stack set's name
     * @param account the instance's account
     * @param region the instance's region
     * @param callAs in which role; null for the default
     * @return the instance; empty when there is none, or no such stack set
     */
    public Optional<StackInstance> instance(String name, String account, String region, CallAs callAs)
            throws CloudException {
        return found(() -> calls.read(
                "DescribeStackInstance", () -> sdk.describeStackInstance(request -> request.stackSetName(name)
                                .stackInstanceAccount(account)
                                .stackInstanceRegion(region)
                                .callAs(text(callAs)))
                        .stackInstance()));
    }

    /**
     * Asks an operation to stop: what has not begun is cancelled, what runs goes on to its end. An operation that has
     * ended or is being stopped is refused, which may only mean that the call was sent twice: read the operation.
     *
     * @param name the stack set's name
     * @param operationId the operation's id
     * @param callAs in which role; null for the default
     */
    public void stop(String name, String operationId, CallAs callAs) throws CloudException {
        calls.write(
                "StopStackSetOperation",
                () -> sdk.stopStackSetOperation(request ->
                        request.stackSetName(name).operationId(operationId).callAs(text(callAs))));
    }

    private interface Call<T> {
        T make() throws CloudException;
    }

    private static <T> Optional<T> found(Call<T> call) throws CloudException {
        try {
            return Optional.ofNullable(call.make());
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static List<StackInstanceFilter> filters(InstanceFilter filter) {
        List<StackInstanceFilter> filters = new ArrayList<>();
        if (filter.detailedStatus() != null) {
            filters.add(filter("DETAILED_STATUS", filter.detailedStatus()));
        }
        if (filter.lastOperationId() != null) {
            filters.add(filter("LAST_OPERATION_ID", filter.lastOperationId()));
        }
        // An empty list would be sent, as a filter without a name.
        return filters.isEmpty() ? null : filters;
    }

    private static StackInstanceFilter filter(String name, String value) {
        return StackInstanceFilter.builder().name(name).values(value).build();
    }

    /** Null is not sent, so that the service's default holds. */
    private static String text(CallAs callAs) {
        return callAs == null ? null : callAs.name();
    }
}
