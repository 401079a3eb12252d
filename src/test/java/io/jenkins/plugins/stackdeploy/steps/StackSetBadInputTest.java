package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of bad input ends with one clear message, no stack trace, and nothing half done. */
class StackSetBadInputTest {
    private static final String DEPLOY = "stackSetDeploy stackSetName: 'web', template: 'main.yaml', ";
    private static final String INSTANCES = "stackInstances stackSetName: 'web', regions: 'us-east-1', ";
    private static final String DELETE = "stackSetDelete stackSetName: 'web', ";

    @TempDir
    Path folder;

    private AwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new AwsFixture(folder, 600);
        fixture.file("main.yaml", StackSetReader.TEMPLATE);
        fixture.file("accounts.json", "{}");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String fails(String step) throws Exception {
        JenkinsFixture.Ended ended = fixture.run("node {\n checkout scm\n " + step + "\n}");
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).doesNotContain("\tat ").doesNotContain(AwsFixture.SECRET);
        assertThat(fixture.aws.operations()).isEmpty();
        assertThat(ended.log()).contains("ERROR: ");
        return ended.log();
    }

    static Stream<Arguments> local() {
        return Stream.of(
                Arguments.of(DEPLOY + "connection: 'prod'", "There is no connection \"prod\" to AWS"),
                Arguments.of(DEPLOY + "connection: 'aws', credentialsId: 'aws-key'", "Name either a connection"),
                Arguments.of(DEPLOY + "credentialsId: 'aws-key'", "Give the region of the stack"),
                Arguments.of(
                        DEPLOY + "credentialsId: 'nope', region: 'us-east-1'", "Credentials \"nope\" were not found"),
                Arguments.of(
                        DEPLOY + "credentialsId: 'db-password', region: 'us-east-1'",
                        "Credentials \"db-password\" hold no access key"),
                Arguments.of(DEPLOY + "connection: 'aws', externalId: 'x1'", "externalId goes with roleArn"),
                Arguments.of(
                        DEPLOY + "connection: 'aws', roleArn: 'deployer'",
                        "\"deployer\" is not the ARN of an IAM role"),
                Arguments.of(DEPLOY + "connection: 'aws', parameters: [Nmae: 'x']", "\"Nmae\""),
                Arguments.of(
                        DEPLOY + "connection: 'aws', secretParameters: [Password: 'gone']", "credentials \"gone\""),
                Arguments.of(
                        DEPLOY + "connection: 'aws', deploymentTargets: env.NOWHERE, regions: 'us-east-1'",
                        "deploymentTargets is empty"),
                Arguments.of(INSTANCES + "connection: 'aws'", "Give the targets with deploymentTargets"),
                Arguments.of(
                        INSTANCES + "connection: 'aws', deploymentTargets: 'accounts.json'",
                        "must hold a JSON list of texts"),
                Arguments.of(
                        INSTANCES + "connection: 'aws', deploymentTargets: 'everybody'",
                        "\"everybody\" is neither an account"),
                Arguments.of(
                        DELETE + "connection: 'aws', maxConcurrentCount: 0", "maxConcurrentCount: 0 is out of range"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("local")
    void isToldBeforeAnyCall(String step, String message) throws Exception {
        assertThat(fails(step)).contains(message);
        assertThat(fixture.aws.requests()).isEmpty();
    }

    @Test
    void secretThatIsWrong() throws Exception {
        assertThat(fails(DEPLOY + "connection: 'wrong-secret'"))
                .contains("SignatureDoesNotMatch", "check the access key");
    }

    @Test
    void permissionThatIsMissing() throws Exception {
        assertThat(fails(DEPLOY + "connection: 'readonly'"))
                .contains("Stack set \"web\" was not deployed: CreateStackSet", "allow CreateStackSet");
        assertThat(fixture.aws.count("CreateStackSet")).isEqualTo(1);
    }

    @Test
    void instancesOfNothing() throws Exception {
        assertThat(fails(INSTANCES + "connection: 'aws', deploymentTargets: '111111222222'"))
                .contains("Stack set \"web\" does not exist in us-east-1", "stackSetDeploy first");
    }

    @Test
    void endpointThatIsDownIsTriedUntilTheBuildIsStopped() throws Exception {
        try (ServerSocket closed = new ServerSocket(0)) {
            fixture.addConnection("down", "http://127.0.0.1:" + closed.getLocalPort());
        }
        JenkinsFixture.Ended ended =
                fixture.stopOnce("Held up", "node {\n checkout scm\n" + DEPLOY + "connection: 'down'\n }");
        assertThat(ended.result()).isEqualTo(Result.ABORTED);
        assertThat(ended.log())
                .contains("Held up: DescribeStackSet")
                .contains("The build was stopped before anything was done to stack set \"web\"");
    }

    @Test
    void endpointThatAnswersHtmlIsNoService() throws Exception {
        try (HtmlServer html = new HtmlServer()) {
            fixture.addConnection("html", html.url());
            JenkinsFixture.Ended ended =
                    fixture.stopOnce("Held up", "node {\n checkout scm\n" + DEPLOY + "connection: 'html'\n }");
            assertThat(ended.result()).as(ended.log()).isEqualTo(Result.ABORTED);
            assertThat(ended.log())
                    .contains("something in between answered in its place")
                    .doesNotContain("\tat ");
        }
    }
}
