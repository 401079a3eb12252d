package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role taken on through the STS of the local cloud, with the real client. */
class AssumedRoleTest {
    private static final String ROLE = "acs:ram::1234567890123456:role/deploy";

    private Deployer deployer;
    /** How far the controller's clock is behind the cloud's. */
    private Duration behind = Duration.ZERO;

    @BeforeEach
    void start() throws Exception {
        deployer = new Deployer(builder -> builder.role(ROLE).role(ROLE + "-weak", "CreateStack"));
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private AssumedRole role(String arn) {
        AccessKeySource own = deployer.keys;
        RosApi sts = new TeaRosApi(deployer.endpoint(), AssumedRole.VERSION, own, null);
        InstantSource clock = () -> deployer.time.instant().minus(behind);
        return new AssumedRole(sts, arn, "jenkins-shop/web #12", clock);
    }

    @Test
    void oneKeyServesUntilFiveMinutesBeforeItEnds() throws Exception {
        AssumedRole role = role(ROLE);
        AccessKey first = role.get();
        assertThat(first.id()).startsWith("STS.");
        assertThat(first.securityToken()).isNotEmpty();

        deployer.time.skip(Duration.ofMinutes(54));
        assertThat(role.get()).isSameAs(first);

        deployer.time.skip(Duration.ofMinutes(1));
        assertThat(role.get()).isNotEqualTo(first);
        assertThat(deployer.ros.count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void aLongDeploymentIsDoneWithSeveralKeys() {
        deployer.keys = role(ROLE);

        Outcome outcome = deployer.deploy(
                Requests.deploy("web", Samples.of("""
                        Resources:
                          Slow: {Type: 'ALIYUN::OSS::Bucket', Metadata: {LocalCloud: {Seconds: 3500}}}
                          Slower: {Type: 'ALIYUN::OSS::Bucket', DependsOn: Slow, Metadata: {LocalCloud: {Seconds: 3500}}}
                        """)).timeoutInMinutes(190).watchMinutes(200));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.ros.count("AssumeRole")).isEqualTo(3);
        assertThat(deployer.ros.requests())
                .extracting(RequestRecord::code)
                .doesNotContain("InvalidSecurityToken.Expired");
    }

    /** The cloud ends a key while the controller takes it for valid. */
    @ParameterizedTest
    @CsvSource({"ListStacks, 0", "CreateStack, 0", "ListStackEvents, 0", "ListStackEvents, 1", "GetStack, 0"})
    void anExpiredTokenIsReplacedAndTheCallMadeAgain(String action, int passing) {
        deployer.keys = role(ROLE);
        int[] calls = {0};
        deployer.api = real -> (called, query, body) -> {
            if (called.equals(action) && calls[0]++ == passing) {
                deployer.keys.get();
                deployer.time.skip(Duration.ofMinutes(62));
                behind = Duration.ofMinutes(60);
            }
            return real.call(called, query, body);
        };

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).watchMinutes(600));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts().get("outputs")).asString().contains("First=bucket-");
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.ros.requests().stream()
                        .filter(request -> request.code().equals("InvalidSecurityToken.Expired")))
                .hasSize(1);
        assertThat(deployer.ros.count("AssumeRole")).isEqualTo(2);
    }

    @Test
    void aTokenThatIsRefusedWhileItIsNewIsNotTakenAgainForEver() throws Exception {
        AssumedRole role = role(ROLE);
        AccessKey fresh = role.get();

        assertThat(role.refused(fresh)).isFalse();

        AccessKey old = role.get();
        deployer.time.skip(Duration.ofMinutes(2));
        assertThat(role.refused(old)).isTrue();
        assertThat(role.get()).isNotEqualTo(old);
    }

    @Test
    void deploymentsThatAreRefusedTheSameKeyAtOnceAllGetTheNewOne() throws Exception {
        AssumedRole role = role(ROLE);
        AccessKey old = role.get();
        deployer.time.skip(Duration.ofMinutes(2));

        assertThat(role.refused(old)).isTrue();
        assertThat(role.refused(old)).as("before the new key was taken").isTrue();
        AccessKey fresh = role.get();
        assertThat(role.refused(old)).as("after the new key was taken").isTrue();
        assertThat(role.get()).as("the new key is kept").isSameAs(fresh);
    }

    @Test
    void aRoleThatDoesNotExistIsNamed() {
        deployer.keys = role("acs:ram::1234567890123456:role/typo");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .contains("was not deployed: AssumeRole (EntityNotExist.Role)")
                .contains("role/typo");
        assertThat(deployer.console()).contains("check the roleArn").contains("sts:AssumeRole");
        assertThat(deployer.ros.count("AssumeRole")).isEqualTo(1);
    }

    @Test
    void whatTheRoleMayNotDoIsNamed() {
        deployer.keys = role(ROLE + "-weak");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.message()).contains("CreateStack (NoPermission)").contains("assumed-role/deploy-weak");
        assertThat(deployer.console()).contains("allow ros:CreateStack");
    }

    @Test
    void throttlingOfStsDoesNotSlowRosDown() throws Exception {
        CloudException throttled =
                new CloudException(FaultKind.THROTTLED, "AssumeRole", "Throttling.User", "slow down", null);
        RosApi api = (action, query, body) -> {
            throw throttled;
        };
        RosClient client = new RosClient(api, deployer.client().group(), deployer.budgets, 100);

        assertThat(catchThrowableOfType(CloudException.class, () -> client.find("web")))
                .isSameAs(throttled);
        assertThat(deployer.budgets.of(client.group(), "ListStacks", 100).callsPerMinute())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "jenkins-shop/web #12, jenkins-shop-web--12",
        "a@b.c_d, a@b.c_d",
        "'', jenkins",
        "x, jenkins",
        "部署, --",
    })
    void theSessionsNameIsMadeFit(String name, String fit) {
        assertThat(AssumedRole.fit(name)).isEqualTo(fit);
    }

    @Test
    void aLongSessionNameKeepsItsEndWhichHoldsTheBuildsNumber() {
        assertThat(AssumedRole.fit("jenkins-" + "folder/".repeat(20) + "job-4711"))
                .hasSize(64)
                .endsWith("job-4711");
    }

    @Test
    void aKeyEndsWithItsToken() throws Exception {
        Instant taken = deployer.time.instant();

        assertThat(role(ROLE).get().expires()).isEqualTo(taken.plus(Duration.ofHours(1)));
    }
}
