package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

class AwsSessionTest {
    private static final String OPEN = "arn:aws:iam::111122223333:role/deployer";
    private static final String CLOSED = "arn:aws:iam::111122223333:role/ci/guarded";
    private static final String WEAK = "arn:aws:iam::111122223333:role/weak";

    @TempDir
    Path state;

    private final MovableClock clock = new MovableClock();
    private LocalAws aws;
    private StsClient sts;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .role(OPEN)
                .role(WEAK, "DescribeStacks")
                .roleWithExternalId(CLOSED, "shared-word")
                .clock(clock)
                .stateDir(state)
                .start();
        sts = AwsClients.sts(aws, AwsBasicCredentials.create(AwsClients.KEY, AwsClients.SECRET));
    }

    @AfterEach
    void stop() {
        sts.close();
        aws.close();
    }

    @Test
    void aSessionActsInTheAccountOfItsRole() {
        AssumeRoleResponse assumed = assume(r -> {});

        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/deployer/build-1");
        assertThat(Duration.between(clock.instant(), assumed.credentials().expiration()))
                .isEqualTo(Duration.ofHours(1));
        try (StsClient inside = as(assumed.credentials())) {
            assertThat(inside.getCallerIdentity().account()).isEqualTo("111122223333");
            assertThat(inside.getCallerIdentity().userId()).startsWith("AROA").endsWith(":build-1");
        }
    }

    @Test
    void aRoleMayWantAnExternalId() {
        assertThat(assume(r -> r.roleArn(CLOSED).externalId("shared-word")).credentials())
                .isNotNull();

        assertThat(refusal(() -> assume(r -> r.roleArn(CLOSED))))
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::999988887777:user/AKLOCAL is not authorized to perform:"
                                + " sts:AssumeRole on resource: " + CLOSED);
        assertThat(refusal(() -> assume(r -> r.roleArn(CLOSED).externalId("guess"))))
                .startsWith("403 AccessDenied");
        assertThat(refusal(() -> assume(r -> r.roleArn(OPEN + "s")))).startsWith("403 AccessDenied");
    }

    @Test
    void namesAndDurationsAreChecked() {
        assertThat(refusal(() -> assume(r -> r.roleSessionName("a b"))))
                .startsWith("400 ValidationError")
                .contains("roleSessionName");
        assertThat(refusal(() -> assume(r -> r.durationSeconds(899)))).contains("durationSeconds");
        assertThat(refusal(() -> assume(r -> r.durationSeconds(43_201)))).contains("durationSeconds");
        assertThat(refusal(() -> assume(r -> r.roleArn("arn:aws:iam::1:user/x"))))
                .contains("is invalid");
    }

    @Test
    void aSessionEndsByTheClock() {
        Credentials credentials = assume(r -> r.durationSeconds(900)).credentials();

        try (StsClient inside = as(credentials)) {
            clock.advance(Duration.ofSeconds(899));
            assertThat(inside.getCallerIdentity().account()).isEqualTo("111122223333");
            clock.advance(Duration.ofSeconds(1));
            assertThat(refusal(inside::getCallerIdentity))
                    .isEqualTo("403 ExpiredToken: The security token included in the request is expired");
        }
    }

    @Test
    void aSessionOfASessionIsShort() {
        try (StsClient inside = as(assume(r -> {}).credentials())) {
            assertThat(refusal(() -> inside.assumeRole(
                            r -> r.roleArn(OPEN).roleSessionName("again").durationSeconds(3601))))
                    .contains("role chaining");
        }
    }

    @Test
    void aSessionMayBeDeniedActions() {
        Credentials weak = assume(r -> r.roleArn(WEAK)).credentials();

        try (var client = AwsClients.configured(CloudFormationClient.builder(), aws, session(weak))
                .build()) {
            assertThat(refusal(client::describeStacks))
                    .contains("is not authorized to perform: cloudformation:Describe");
            assertThat(client.listStacks().stackSummaries()).isEmpty();
        }
    }

    @Test
    void sessionsOutliveTheProcess() throws Exception {
        Credentials credentials = assume(r -> {}).credentials();
        aws.close();
        aws = LocalAws.builder().clock(clock).stateDir(state).start();

        try (StsClient inside = as(credentials)) {
            assertThat(inside.getCallerIdentity().account()).isEqualTo("111122223333");
        }
    }

    private AssumeRoleResponse assume(Consumer<AssumeRoleRequest.Builder> more) {
        return sts.assumeRole(r -> more.accept(r.roleArn(OPEN).roleSessionName("build-1")));
    }

    private StsClient as(Credentials credentials) {
        return AwsClients.sts(aws, session(credentials));
    }

    private static AwsSessionCredentials session(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    private static String refusal(ThrowingCallable call) {
        AwsServiceException refused = catchThrowableOfType(AwsServiceException.class, call);
        return refused.statusCode() + " " + refused.awsErrorDetails().errorCode() + ": "
                + refused.awsErrorDetails().errorMessage();
    }
}
