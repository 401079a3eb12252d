package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Many deployments in one account and region of a ROS that throttles, as the real one does, at 100 calls a minute. */
class CompanyTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = new Deployer(LocalRosBuilder::throttling);
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static String template(int seconds) {
        return Samples.of(
                "Resources: {A: {Type: 'ALIYUN::OSS::Bucket', Metadata: {LocalCloud: {Seconds: " + seconds + "}}}}");
    }

    private List<Underway<RosOperation>> begin(int count, int seconds) {
        List<Underway<RosOperation>> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            all.add(deployer.begin(Requests.deploy("stack" + number, template(seconds))));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"10, 60", "100, 60", "1000, 75"})
    void callsAMinuteAreFewHoweverManyWait(int count, int mostCalls) {
        begin(count, 7_200);
        deployer.time.pass(Duration.ofMinutes(3 + count / 70));
        assertThat(deployer.ros.count("CreateStack")).isEqualTo(count);
        int before = deployer.ros.requests().size();

        deployer.time.pass(Duration.ofMinutes(3));

        assertThat(deployer.ros.requests().size() - before).isLessThanOrEqualTo(3 * mostCalls);
    }

    @Test
    void endsAreSeenSoonThoughLooksAreFew() {
        List<Underway<RosOperation>> all = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            all.add(deployer.begin(Requests.deploy("stack" + number, template(300))));
            deployer.time.pass(Duration.ofSeconds(3));
        }
        int before = deployer.ros.requests().size();

        all.forEach(each -> each.until(each::over));

        List<Duration> late = all.stream()
                .map(each -> Duration.between(each.operation.submittedAt().plusSeconds(301), each.endedAt()))
                .toList();
        assertThat(late).allSatisfy(each -> assertThat(each).isLessThan(Duration.ofSeconds(8)));
        assertThat(late.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isLessThan(3_000);
        assertThat(deployer.ros.requests().size() - before)
                .as("five minutes of looks, and for each its first and its last events and its outputs")
                .isLessThan(5 * 60 + 60 * 3);
        assertThat(deployer.ros.requests()).noneMatch(request -> request.status() >= 400);
    }

    @ParameterizedTest
    @EnumSource(
            value = Faulty.class,
            mode = EnumSource.Mode.EXCLUDE,
            // Faults of one client's signature or connection, not of an answer that all share.
            names = {"CLOCK_SLOW", "CLOCK_FAST", "EXPIRED_TOKEN", "CONNECT_TIMEOUT"})
    void aSharedLookThatFailsEndsNothing(Faulty fault) {
        deployer.readMillis = Faulty.READ_TIMEOUT_MILLIS;
        List<Underway<RosOperation>> all = begin(5, 60);
        deployer.time.pass(Duration.ofSeconds(20));
        long before = deployer.ros.count("ListStacks");

        for (int time = 0; time < 3; time++) {
            fault.order(deployer, "ListStacks", 0);
        }
        all.forEach(each -> each.until(each::over));

        assertThat(all).allSatisfy(each -> assertThat(each.operation.outcome().succeeded())
                .isTrue());
        assertThat(deployer.ros.count("ListStacks") - before).isBetween(4L, 45L);
    }

    @Test
    void nobodyFailsBecauseTheCloudThrottlesEveryLookForTenMinutes() {
        List<Underway<RosOperation>> all = begin(20, 120);
        deployer.time.pass(Duration.ofSeconds(60));
        Fault throttled = Fault.of(FaultKind.THROTTLING, "ListStacks").times(1_000_000);
        deployer.ros.faults().add(throttled);
        long before = deployer.ros.count("ListStacks");

        deployer.time.pass(Duration.ofMinutes(10));

        assertThat(all).noneMatch(Underway::over);
        assertThat(deployer.ros.count("ListStacks") - before).isLessThan(40);
        assertThat(deployer.budgets
                        .of(deployer.client().group(), "ListStacks", RosClient.CALLS_PER_MINUTE)
                        .callsPerMinute())
                .isLessThan(80);
        deployer.ros.faults().clear();
        all.forEach(each -> each.until(each::over));
        assertThat(all).allSatisfy(each -> assertThat(each.operation.outcome().succeeded())
                .isTrue());
    }

    @Test
    void everybodysEventsAreShownInTheEndThoughTheyWaitForTheirTurns() {
        List<Underway<RosOperation>> all = begin(30, 40);

        all.forEach(each -> each.until(each::over));

        for (int number = 0; number < 30; number++) {
            String name = "stack" + number + " ";
            assertThat(deployer.console.stream().filter(line -> line.contains(" " + name)))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("CREATE_IN_PROGRESS"))
                    .anyMatch(line -> line.contains("CREATE_COMPLETE"));
        }
    }
}
