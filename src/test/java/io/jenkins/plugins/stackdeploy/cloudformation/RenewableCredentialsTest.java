package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Sessions that AWS ends before they should end. */
class RenewableCredentialsTest {
    private final VirtualTime time = new VirtualTime();
    private ScriptedAws aws;
    private HttpPool pool;
    private SdkClients clients;
    private int taken;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws();
        pool = new HttpPool((AwsProxy) null, Duration.ofSeconds(5));
        clients = new SdkClients(aws.settings().endpoints(), pool);
    }

    @AfterEach
    void stop() {
        pool.close();
        aws.close();
    }

    private RenewableCredentials assumed() {
        aws.role("ASIAFIRST", 3600);
        aws.role("ASIASECOND", 3600);
        return new AssumedRole(
                clients.sts("eu-west-1", aws.settings().identity().provider()),
                new AwsRole("arn:aws:iam::111122223333:role/deployer", null, "web-7"),
                true,
                time);
    }

    private RenewableCredentials askedFor() {
        return new RenewedCredentials(() -> AwsBasicCredentials.create("ASIA" + ++taken, "secret"), time);
    }

    static Stream<Arguments> kinds() {
        Function<RenewableCredentialsTest, RenewableCredentials> assumed = RenewableCredentialsTest::assumed;
        Function<RenewableCredentialsTest, RenewableCredentials> askedFor = RenewableCredentialsTest::askedFor;
        return Stream.of(Arguments.of("a role", assumed), Arguments.of("a source", askedFor));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aSessionThatHasEndedIsReplacedForAllThatWereRefusedIt(
            String name, Function<RenewableCredentialsTest, RenewableCredentials> kind) {
        RenewableCredentials credentials = kind.apply(this);
        AwsCredentials old = credentials.resolveCredentials();
        time.pass(Duration.ofMinutes(2));

        assertThat(credentials.renew(old)).isTrue();
        AwsCredentials fresh = credentials.resolveCredentials();
        assertThat(fresh.accessKeyId()).isNotEqualTo(old.accessKeyId());
        assertThat(credentials.renew(old))
                .as("somebody else who was refused it")
                .isTrue();
        assertThat(credentials.resolveCredentials()).isEqualTo(fresh);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aSessionThatIsRefusedWhileItIsNewIsNotReplacedForEver(
            String name, Function<RenewableCredentialsTest, RenewableCredentials> kind) {
        RenewableCredentials credentials = kind.apply(this);

        assertThat(credentials.renew(credentials.resolveCredentials())).isFalse();
    }
}
