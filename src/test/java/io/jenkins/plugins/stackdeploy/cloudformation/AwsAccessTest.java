package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** As whom AWS is called, and how many clients there are for it. */
class AwsAccessTest {
    private static final AwsRole ROLE =
            new AwsRole("arn:aws:iam::111122223333:role/deployer", "ext-1", "jenkins-folder/web-7");

    private final Budgets budgets = new Budgets(InstantSource.system());
    private final SharedSessions sessions = new SharedSessions();
    private ScriptedAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws().ok("ListStackInstances", "<Summaries/>");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static void call(AwsAccess access) throws CloudException {
        access.stackSets().instances("web", null, null, InstanceFilter.ALL);
    }

    @Test
    void usersOfEqualSettingsShareClientsUntilTheLastLeaves() throws Exception {
        AwsAccess first = sessions.access(aws.settings(), budgets);
        AwsAccess second = sessions.access(aws.settings(), budgets);
        assertThat(sessions.size()).isEqualTo(1);

        first.close();
        first.close();
        call(second);
        assertThat(sessions.size()).isEqualTo(1);

        second.close();
        assertThat(sessions.size()).isZero();
        assertThatThrownBy(() -> call(second)).isInstanceOf(RejectedExecutionException.class);
    }

    private AwsRole ofBuild(int number) {
        return new AwsRole(ROLE.arn(), "ext-1", "jenkins-web-" + number);
    }

    /** A role is taken on in the name of the build, so that each build has a session of its own. */
    @Test
    void buildsThatTakeOnARoleShareConnectionsAndNothingElse() throws Exception {
        for (int number = 1; number <= 5; number++) {
            aws.role("ASIA" + number, 3600);
        }
        List<AwsAccess> builds = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            builds.add(sessions.access(aws.settings(ofBuild(number)), budgets));
            call(builds.get(number - 1));
        }
        call(builds.get(0));

        assertThat(sessions.size()).isEqualTo(5);
        assertThat(sessions.pools()).isEqualTo(1);
        assertThat(aws.connections()).isEqualTo(1);
        assertThat(aws.asked("AssumeRole"))
                .extracting(asked -> asked.form().get("RoleSessionName"))
                .containsExactly("jenkins-web-1", "jenkins-web-2", "jenkins-web-3", "jenkins-web-4", "jenkins-web-5");
        assertThat(aws.asked("ListStackInstances"))
                .extracting(ScriptedAws.Asked::accessKey)
                .containsExactly("ASIA1", "ASIA2", "ASIA3", "ASIA4", "ASIA5", "ASIA1");

        builds.subList(0, 4).forEach(AwsAccess::close);
        call(builds.get(4));
        assertThat(sessions.pools()).isEqualTo(1);

        builds.get(4).close();
        assertThat(sessions.size()).isZero();
        assertThat(sessions.pools()).isZero();
        assertThatThrownBy(() -> call(builds.get(4))).isInstanceOf(RejectedExecutionException.class);
    }

    /** A client's own timer would be up to five threads more for each client. */
    @Test
    void clientsShareTheTimerOfThePool() throws Exception {
        HttpPools pools = new HttpPools();
        try (AwsSession one = new AwsSession(aws.settings(ofBuild(1)), pools);
                AwsSession two = new AwsSession(aws.settings(ofBuild(2)), pools)) {
            assertThat(timerThread(one)).isSameAs(timerThread(two));
        }
    }

    private static Thread timerThread(AwsSession session) throws Exception {
        return session.cloudFormation()
                .serviceClientConfiguration()
                .overrideConfiguration()
                .scheduledExecutorService()
                .orElseThrow()
                .submit(Thread::currentThread)
                .get();
    }

    @Test
    void anotherProxyIsAnotherPool() {
        AwsSettings usual = aws.settings();
        AwsProxy proxy = new AwsProxy(aws.uri(), null, null, Set.of());
        AwsSettings proxied = new AwsSettings(
                usual.identity(), null, usual.region(), usual.endpoints(), proxy, usual.readsPerMinute());
        try (AwsAccess straight = sessions.access(usual, budgets);
                AwsAccess through = sessions.access(proxied, budgets)) {
            assertThat(straight).isNotSameAs(through);
            assertThat(sessions.pools()).isEqualTo(2);
        }
        assertThat(sessions.pools()).isZero();
    }

    @Test
    void othersDoNotShareClients() {
        AwsSettings usual = aws.settings();
        AwsSettings elsewhere =
                new AwsSettings(usual.identity(), null, "us-east-1", usual.endpoints(), null, usual.readsPerMinute());
        AwsSettings somebodyElse = new AwsSettings(
                AwsIdentity.ofKey("AKIATEST", "new secret"),
                null,
                usual.region(),
                usual.endpoints(),
                null,
                usual.readsPerMinute());
        try (AwsAccess one = sessions.access(usual, budgets);
                AwsAccess two = sessions.access(elsewhere, budgets);
                AwsAccess three = sessions.access(somebodyElse, budgets);
                AwsAccess four = sessions.access(aws.settings(ROLE), budgets)) {
            assertThat(Set.of(one, two, three, four)).hasSize(4);
            assertThat(sessions.size()).isEqualTo(4);
        }
        assertThat(sessions.size()).isZero();
    }

    @Test
    void callsAreSignedWithTheRoleThatIsTakenOn() throws Exception {
        aws.role("ASIAROLE", 3600);
        try (AwsAccess access = sessions.access(aws.settings(ROLE), budgets)) {
            call(access);
            call(access);
        }

        assertThat(aws.asked("AssumeRole")).singleElement().satisfies(asked -> {
            assertThat(asked.accessKey()).isEqualTo("AKIATEST");
            assertThat(asked.form())
                    .containsEntry("RoleArn", ROLE.arn())
                    .containsEntry("ExternalId", "ext-1")
                    .containsEntry("RoleSessionName", "jenkins-folder-web-7")
                    .containsEntry("DurationSeconds", "3600");
        });
        assertThat(aws.asked("ListStackInstances"))
                .extracting(ScriptedAws.Asked::accessKey)
                .containsExactly("ASIAROLE", "ASIAROLE");
    }

    @Test
    void roleIsTakenOnAgainWhenItsKeyIsAboutToEnd() throws Exception {
        aws.role("ASIAOLD", 30).role("ASIANEW", 3600);
        try (AwsAccess access = sessions.access(aws.settings(ROLE), budgets)) {
            call(access);
            call(access);
        }

        assertThat(aws.asked("ListStackInstances"))
                .extracting(ScriptedAws.Asked::accessKey)
                .last()
                .isEqualTo("ASIANEW");
    }

    @Test
    void refusedRoleIsToldAsSuch() {
        aws.error("AssumeRole", 403, "AccessDenied", "not authorized to perform sts:AssumeRole");
        try (AwsAccess access = sessions.access(aws.settings(ROLE), budgets)) {
            CloudException failed = catchThrowableOfType(CloudException.class, () -> call(access));

            assertThat(failed.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(failed.action()).isEqualTo("AssumeRole");
        }
    }

    @Test
    void throttledRoleDoesNotMakeTheBudgetSmaller() {
        aws.error("AssumeRole", 400, "Throttling", "Rate exceeded");
        try (AwsAccess access = sessions.access(aws.settings(ROLE), budgets)) {
            CloudException failed = catchThrowableOfType(CloudException.class, () -> call(access));

            assertThat(failed.kind()).isEqualTo(FaultKind.THROTTLED);
            assertThat(budgets.of(access.stackSets().group(), "reads", 1).callsPerMinute())
                    .isEqualTo(240);
        }
    }

    @Test
    void missingCredentialsAreNoTransientFault() {
        AwsSettings usual = aws.settings();
        AwsIdentity nobody = new AwsIdentity("nobody", () -> {
            throw SdkClientException.create("Unable to load credentials");
        });
        AwsSettings settings =
                new AwsSettings(nobody, null, usual.region(), usual.endpoints(), null, usual.readsPerMinute());
        try (AwsAccess access = sessions.access(settings, budgets)) {
            CloudException failed = catchThrowableOfType(CloudException.class, () -> call(access));

            assertThat(failed.kind()).isEqualTo(FaultKind.CREDENTIALS);
            assertThat(failed).hasMessage("Unable to load credentials");
        }
        assertThat(aws.asked("ListStackInstances")).isEmpty();
    }

    @Test
    void callerIsNamed() throws Exception {
        aws.ok("GetCallerIdentity", "<Arn>arn:aws:iam::111122223333:user/ci</Arn>");
        try (AwsAccess access = sessions.access(aws.settings(), budgets)) {
            assertThat(access.caller()).isEqualTo("arn:aws:iam::111122223333:user/ci");
        }
    }

    @Test
    void callsGoThroughTheProxyUnlessTheHostIsExcepted() throws Exception {
        AwsSettings usual = aws.settings();
        URI nowhere = URI.create("http://cloudformation.invalid");
        AwsEndpoints unreachable = new AwsEndpoints(nowhere, nowhere, nowhere);
        AwsProxy proxy = new AwsProxy(aws.uri(), "user", "pass-word", Set.of());
        AwsProxy bypassed = new AwsProxy(aws.uri(), null, null, Set.of("cloudformation\\..*"));
        try (AwsAccess through = sessions.access(
                        new AwsSettings(usual.identity(), null, usual.region(), unreachable, proxy, 300), budgets);
                AwsAccess past = sessions.access(
                        new AwsSettings(usual.identity(), null, usual.region(), unreachable, bypassed, 300), budgets)) {
            call(through);
            assertThat(aws.asked("ListStackInstances")).hasSize(1);

            CloudException failed = catchThrowableOfType(CloudException.class, () -> call(past));
            assertThat(failed.kind()).isEqualTo(FaultKind.NO_ANSWER);
        }
        assertThat(proxy.toString()).doesNotContain("pass-word");
    }

    @ParameterizedTest
    @CsvSource({
        "jenkins-team/web app-12, jenkins-team-web-app-12",
        "x, jenkins",
        "jenkins-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-12, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-12",
        "jenkins-\u90e8\u7f72-3, jenkins----3"
    })
    void sessionNameIsMadeFitAndKeepsTheBuildNumber(String name, String fit) {
        assertThat(new AwsRole(ROLE.arn(), null, name).sessionName())
                .isEqualTo(fit)
                .hasSizeBetween(2, 64);
    }

    @Test
    void textsOfIdentitiesHoldNoSecret() {
        assertThat(aws.settings().toString()).doesNotContain("secret");
    }

    @Test
    void credentialsThatDoNotTellTheirEndAreAskedForAgainAfterTenMinutes() {
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        RenewedCredentials credentials = new RenewedCredentials(
                () -> AwsBasicCredentials.create("AKIA" + asked.incrementAndGet(), "secret"), now::get);

        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIA1");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIA1");
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)));
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIA2");
    }
}
