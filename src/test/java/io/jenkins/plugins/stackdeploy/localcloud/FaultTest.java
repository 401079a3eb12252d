package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaUnretryableException;
import com.aliyun.teautil.models.TeaUtilException;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private static final String TEMPLATE = "Resources: {Bucket: {Type: ALIYUN::OSS::Bucket}}\n";

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, 500, InternalError, 0",
        "SERVICE_UNAVAILABLE, 503, ServiceUnavailable, 0",
        "SERVICE_UNAVAILABLE_AFTER_EFFECT, 503, ServiceUnavailable, 1",
        "THROTTLING, 400, Throttling.User, 0"
    })
    void errorsComeAsTheServiceWouldSendThem(FaultKind kind, int status, String code, int effects) {
        fixture.ros.faults().add(Fault.of(kind, "CreateStack"));

        TeaException error = refused(() -> fixture.create("s", TEMPLATE));

        assertThat(error.getStatusCode()).isEqualTo(status);
        assertThat(error.getCode()).isEqualTo(code);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(effects);
        assertThat(fixture.ros.stacks()).hasSize(effects);
    }

    @ParameterizedTest
    @CsvSource({"BAD_GATEWAY, 0", "HTML_OK, 0", "TRUNCATED_BODY, 1"})
    void answersThatAreNotJsonBreakTheClientsParser(FaultKind kind, int effects) {
        fixture.ros.faults().add(Fault.of(kind, "CreateStack"));

        assertThatThrownBy(() -> fixture.create("s", TEMPLATE))
                .isNotInstanceOf(TeaException.class)
                .isInstanceOfAny(TeaUtilException.class, TeaUnretryableException.class);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(effects);
    }

    @ParameterizedTest
    @CsvSource({"DROP_BEFORE_EFFECT, 0", "DROP_AFTER_EFFECT, 1"})
    void droppedConnectionsLeaveTheClientInTheDark(FaultKind kind, int effects) {
        fixture.ros.faults().add(Fault.of(kind, "CreateStack"));

        assertThatThrownBy(() -> fixture.create("s", TEMPLATE)).isInstanceOf(TeaUnretryableException.class);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(effects);
        assertThat(fixture.ros.requests()).last().satisfies(r -> assertThat(r.status())
                .isZero());
    }

    @Test
    void aLostAnswerIsFoundAgainWithTheSameToken() throws Exception {
        fixture.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStack"));

        assertThatThrownBy(() -> fixture.create("s", TEMPLATE, "ClientToken", "t"))
                .isInstanceOf(TeaUnretryableException.class);
        String id = fixture.create("s", TEMPLATE, "ClientToken", "t");

        assertThat(fixture.ros.stacks()).singleElement().satisfies(s -> assertThat(s.stackId())
                .isEqualTo(id));
        assertThat(fixture.ros.effects("CreateStack")).hasSize(1);
    }

    @Test
    void aSlowAnswerArrivesWhole() throws Exception {
        fixture.ros.faults().add(Fault.of(FaultKind.SLOW_BODY, "ListStacks"));

        long start = System.nanoTime();
        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void latencyDelaysAnAnswer() throws Exception {
        fixture.ros.faults().add(Fault.latency("*", Duration.ofMillis(300)));

        long start = System.nanoTime();
        fixture.call("ListStacks");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aFaultCountsTheCallsOfItsActionOnly() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        fixture.ros
                .faults()
                .add(Fault.of(FaultKind.INTERNAL_ERROR, "GetStack").after(1).times(2));

        fixture.stack(id);
        fixture.call("ListStacks");
        assertThat(refused(() -> fixture.stack(id)).getStatusCode()).isEqualTo(500);
        assertThat(refused(() -> fixture.stack(id)).getStatusCode()).isEqualTo(500);
        assertThat(fixture.status(id)).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.ros.faults().pending()).isEmpty();
    }

    @Test
    void refusedConnectionsComeBackOnTheSamePort() throws Exception {
        fixture.ros.refuseConnectionsFor(Duration.ofMinutes(10));
        assertThatThrownBy(() -> fixture.call("ListStacks")).isInstanceOf(TeaUnretryableException.class);

        fixture.ros.acceptConnections();
        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isZero();

        fixture.ros.refuseConnectionsFor(Duration.ofMillis(200));
        await().ignoreExceptions()
                .until(() -> fixture.call("ListStacks").get("TotalCount").asInt() == 0);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyFaultPassesAndLeavesTheEndpointWorking(FaultKind kind) throws Exception {
        fixture.ros
                .faults()
                .add(kind == FaultKind.REFUSAL ? Fault.refusal("*", 409, "Busy", "Later.") : Fault.of(kind, "*"));
        Throwable thrown = catchThrowable(() -> fixture.call("ListStacks"));

        assertThat(thrown == null).isEqualTo(kind == FaultKind.LATENCY || kind == FaultKind.SLOW_BODY);
        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isZero();
        assertThat(fixture.ros.requests()).first().satisfies(r -> assertThat(r.fault())
                .isEqualTo(kind.name()));
    }

    @Test
    void aRefusalCarriesTheErrorThatWasOrdered() throws Exception {
        fixture.ros.faults().add(Fault.refusal("ListStacks", 409, "Busy", "Come back later."));

        TeaException error = refused(() -> fixture.call("ListStacks"));

        assertThat(error.getStatusCode()).isEqualTo(409);
        assertThat(error.getCode()).isEqualTo("Busy");
        assertThat(error.getMessage()).contains("Come back later.");
    }

    @Test
    void callsAreThrottledPerActionRegionAndAccount() throws Exception {
        LocalRosBuilder builder =
                LocalRos.builder().throttling(3, Duration.ofSeconds(60)).account("AK2", "S2", "6543210987654321");
        try (LocalRosFixture throttled = new LocalRosFixture(builder)) {
            for (int i = 0; i < 3; i++) {
                throttled.call("ListStacks");
            }

            TeaException error = refused(() -> throttled.call("ListStacks"));
            assertThat(error.getCode()).isEqualTo("Throttling.User");
            assertThat(error.getStatusCode()).isEqualTo(400);
            assertThat(throttled.call("ListStacks", "RegionId", "cn-beijing").has("Stacks"))
                    .isTrue();
            assertThat(throttled.call("DescribeRegions").has("Regions")).isTrue();
            assertThat(TeaRos.of(throttled.ros, TeaRos.config("AK2", "S2"))
                            .call("ListStacks")
                            .has("Stacks"))
                    .isTrue();
            throttled.later(60);
            assertThat(throttled.call("ListStacks").has("Stacks")).isTrue();
        }
    }
}
