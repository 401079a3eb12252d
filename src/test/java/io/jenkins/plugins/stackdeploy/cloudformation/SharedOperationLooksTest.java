package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ListStackSetOperationsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/** Several builds wait for operations of one stack set: one list serves them all. */
class SharedOperationLooksTest {
    private static final String EAST = "us-east-1";
    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final int MANY = 5;

    private Deployer deployer;
    /** What lists claim of an operation; null for the truth. */
    private String claimedStatus;

    private String claimedOf;

    @BeforeEach
    void start() throws IOException {
        deployer = Deployer.inProcess(builder -> builder);
        deployer.sdk = this::claiming;
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private void stackSet(String name, boolean managedExecution) {
        Outcome outcome = deployer.deploy(
                Requests.deploy(name, Samples.TOPIC).accounts(A).regions(EAST).managedExecution(managedExecution));
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
    }

    /** A build that brings the stack set to an account of its own. */
    private Underway<StackSetFacts> begin(String name, int number) {
        return deployer.begin(Requests.instances(name)
                .accounts(Long.toString(200_000_000_000L + number))
                .regions(EAST)
                .get());
    }

    private List<Underway<StackSetFacts>> beginQueued(String name, int waits) {
        stackSet(name, true);
        deployer.aws.durations().set("*", "*", 600);
        List<Underway<StackSetFacts>> all = new ArrayList<>();
        for (int number = 0; number < waits; number++) {
            all.add(begin(name, number));
        }
        all.forEach(each -> each.until(() -> each.operation.phase == StackSetFacts.Phase.WATCH));
        return all;
    }

    private long count(String action, Duration during) {
        int before = deployer.aws.requests().size();
        deployer.time.pass(during);
        return deployer.count(action, before);
    }

    private long looks(Duration during) {
        int before = deployer.aws.requests().size();
        deployer.time.pass(during);
        return deployer.count("DescribeStackSetOperation", before) + deployer.count("ListStackSetOperations", before);
    }

    private void allSucceed(List<Underway<StackSetFacts>> all) {
        deployer.time.runUntil(() -> all.stream().allMatch(Underway::over), Duration.ofHours(30));
        all.forEach(each -> {
            Outcome outcome = each.operation.outcome();
            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        });
    }

    @Test
    void whoWaitsInOneQueueCostsNoMoreThanOneDoes() {
        beginQueued("alone", 1);
        long ofOne = looks(A_WHILE);
        deployer.restart();
        List<Underway<StackSetFacts>> all = beginQueued("web", MANY);

        long ofMany = looks(A_WHILE);

        assertThat(ofOne).isGreaterThan(25);
        assertThat(ofMany).isBetween(ofOne / 2, ofOne * 5 / 4);
        allSucceed(all);
    }

    @Test
    void whoWaitsForAnothersOperationCostsNoMoreThanOneDoes() {
        long ofOne = looksWhileOthersAreWaitedFor("alone", 1);
        deployer.restart();

        long ofMany = looksWhileOthersAreWaitedFor("web", MANY);

        assertThat(ofOne).isGreaterThan(10);
        assertThat(ofMany).isBetween(ofOne / 2, ofOne * 5 / 4);
    }

    private long looksWhileOthersAreWaitedFor(String name, int waits) {
        stackSet(name, false);
        deployer.aws.durations().set(Samples.B, "*", 600);
        deployer.direct.createStackInstances(request ->
                request.stackSetName(name).accounts(Samples.B).regions(EAST).operationId("theirs-" + name));
        List<Underway<StackSetFacts>> all = new ArrayList<>();
        for (int number = 0; number < waits; number++) {
            all.add(begin(name, number));
        }
        all.forEach(each -> each.until(() -> each.standing().contains("theirs-" + name)));
        long looks = looks(A_WHILE);
        allSucceed(all);
        return looks;
    }

    @Test
    void whoWaitsAloneDescribesItsOperation() {
        List<Underway<StackSetFacts>> one = beginQueued("web", 1);

        assertThat(count("ListStackSetOperations", A_WHILE)).isZero();

        allSucceed(one);
    }

    @Test
    void whoWaitsForOtherStackSetsDescribesItsOperation() {
        List<Underway<StackSetFacts>> all = new ArrayList<>(beginQueued("web", 1));
        all.addAll(beginQueued("shop", 1));

        assertThat(count("ListStackSetOperations", A_WHILE)).isZero();

        allSucceed(all);
    }

    @Test
    void whereListingIsDeniedEachDescribesItsOperation() {
        List<Underway<StackSetFacts>> all = beginQueued("web", 2);
        deployer.aws
                .faults()
                .add(Fault.refusal("ListStackSetOperations", 403, "AccessDenied", "not allowed")
                        .times(1_000));
        int before = deployer.aws.requests().size();

        deployer.time.pass(A_WHILE);

        assertThat(deployer.count("ListStackSetOperations", before)).isEqualTo(1);
        assertThat(deployer.count("DescribeStackSetOperation", before)).isGreaterThan(50);
        allSucceed(all);
        assertThat(deployer.console()).doesNotContain("not allowed");
    }

    @Test
    void anOperationThatIsTooOldForTheListIsDescribed() {
        List<Underway<StackSetFacts>> all = beginQueued("web", 2);
        for (int number = 0; number < 100; number++) {
            String id = "theirs-" + number;
            deployer.direct.updateStackInstances(request ->
                    request.stackSetName("web").accounts(A).regions(EAST).operationId(id));
        }
        int before = deployer.aws.requests().size();

        deployer.time.pass(A_WHILE);

        assertThat(deployer.count("ListStackSetOperations", before)).isBetween(1L, 2L);
        assertThat(deployer.count("DescribeStackSetOperation", before)).isGreaterThan(50);
        allSucceed(all);
    }

    @Test
    void aStatusThatNobodyKnowsIsNoEnd() {
        List<Underway<StackSetFacts>> all = beginQueued("web", 2);
        claimedOf = all.get(0).operation.operationId();
        claimedStatus = "HIBERNATING";

        deployer.time.pass(A_WHILE);

        assertThat(all.get(0).standing()).contains("HIBERNATING");
        assertThat(all.get(0).over()).isFalse();
        claimedStatus = null;
        allSucceed(all);
    }

    @Test
    void howAnOperationEndedIsAskedOfTheOperationItself() {
        List<Underway<StackSetFacts>> all = beginQueued("web", 2);
        claimedOf = all.get(0).operation.operationId();
        claimedStatus = "FAILED";

        assertThat(count("DescribeStackSetOperation", A_WHILE)).isGreaterThan(25);

        assertThat(all.get(0).over()).isFalse();
        allSucceed(all);
    }

    private CloudFormationClient claiming(CloudFormationClient real) {
        return (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof ListStackSetOperationsResponse list ? claimed(list) : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private ListStackSetOperationsResponse claimed(ListStackSetOperationsResponse truth) {
        return truth.toBuilder()
                .summaries(truth.summaries().stream().map(this::claimed).toList())
                .build();
    }

    private StackSetOperationSummary claimed(StackSetOperationSummary truth) {
        return claimedStatus != null && Objects.equals(truth.operationId(), claimedOf)
                ? truth.toBuilder().status(claimedStatus).build()
                : truth;
    }
}
