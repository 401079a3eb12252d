package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input ends with one clear message, no stack trace, and nothing half done. */
class BadInputTest {
    private static final String TEMPLATE = """
            ROSTemplateFormatVersion: '2015-09-01'
            Parameters:
              ZoneId: {Type: String}
              Size:
                Type: Number
                Default: 1
                MaxValue: 5
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {VpcName: !Ref ZoneId}
            """;

    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 600);
        fixture.file("main.yaml", TEMPLATE);
        fixture.file("plain.yaml", TEMPLATE.replace("ZoneId: {Type: String}", "ZoneId: {Type: String, Default: z}"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String fails(String step) throws Exception {
        DeployFixture.Ended ended = fixture.run("node {\n checkout scm\n " + step + "\n}");
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).doesNotContain("\tat ").doesNotContain(DeployFixture.SECRET);
        assertThat(fixture.ros.effects("CreateStack")).isEmpty();
        return ended.log().substring(ended.log().indexOf("ERROR: "));
    }

    private String failsBeforeAnyCall(String step) throws Exception {
        String error = fails(step);
        assertThat(fixture.ros.requests()).isEmpty();
        return error;
    }

    @Test
    void missingTemplateFile() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'nowhere.yaml', connection: 'local'"))
                .contains("There is no file \"nowhere.yaml\" in the workspace", "checkout scm");
    }

    @Test
    void templateOutsideOfTheWorkspace() throws Exception {
        Files.writeString(folder.resolve("outside.yaml"), TEMPLATE);
        assertThat(failsBeforeAnyCall(
                        "rosDeploy stackName: 'web', template: '../../../outside.yaml', connection: 'local'"))
                .contains("leads out of the workspace");
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: '" + folder.resolve("outside.yaml")
                        + "', connection: 'local'"))
                .contains("leads out of the workspace");
    }

    @Test
    void linkThatLeadsOutOfTheWorkspace() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.yaml"), TEMPLATE);
        String step = "sh 'ln -s " + outside + " link.yaml'\n"
                + "rosDeploy stackName: 'web', template: 'link.yaml', connection: 'local'";
        assertThat(failsBeforeAnyCall(step)).contains("\"link.yaml\" leads out of the workspace");
    }

    @Test
    void folderInsteadOfATemplate() throws Exception {
        fixture.file("folder/x.txt", "x");
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'folder', connection: 'local'"))
                .contains("\"folder\" is not a file");
    }

    @Test
    void templateOf600Kilobytes() throws Exception {
        fixture.file("large.yaml", TEMPLATE + "# " + "x".repeat(600 * 1024));
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'large.yaml', connection: 'local'"))
                .contains("\"large.yaml\" has 614", "at most 524288");
    }

    @Test
    void brokenYaml() throws Exception {
        fixture.file("broken.yaml", "Resources:\n  Vpc: {Type: 'ALIYUN::ECS::VPC'\n");
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'broken.yaml', connection: 'local'"))
                .containsPattern("broken\\.yaml:\\d");
    }

    @Test
    void everyWrongParameterIsToldAtOnceWithItsLine() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local',"
                        + " parameters: [ZoneID: 'a', Size: 9]"))
                .contains("main.yaml:3: ", "main.yaml: Parameter \"ZoneID\"", "ZoneId", "main.yaml:4: ", "Size", "5");
    }

    @Test
    void everythingElseWrongIsToldAtOnce() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'a.b', template: 'main.yaml', templateUrl: 'ftp://x',"
                        + " credentialsId: 'nothing', timeoutInMinutes: 5, onFailure: 'panic', events: 'some',"
                        + " notificationUrls: ['ftp://y']"))
                .contains(
                        "stackName: \"a.b\"",
                        "names with dots",
                        "only one of template",
                        "region",
                        "Credentials \"nothing\" were not found",
                        "timeoutInMinutes: 5",
                        "10 to 1440",
                        "onFailure: \"panic\" is not one of fail, unstable, ignore",
                        "events: \"some\"",
                        "notificationUrls: \"ftp://y\"");
    }

    @Test
    void misspeltArgument() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', templte: 'plain.yaml'"))
                .startsWith("ERROR: rosDeploy has no argument \"templte\"; do you mean \"template\"?");
    }

    @Test
    void argumentOfAnotherType() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: ['web'], templateBody: 'a long one'"))
                .startsWith("ERROR: ")
                .contains("rosDeploy: stackName takes text, not a list.")
                .doesNotContain("a long one");
    }

    @Test
    void credentialsThatAreNotThere() throws Exception {
        assertThat(
                        failsBeforeAnyCall(
                                "rosDeploy stackName: 'web', template: 'plain.yaml', credentialsId: 'nope', region: 'cn-hangzhou'"))
                .contains("Credentials \"nope\" were not found");
    }

    @Test
    void credentialsWithoutAnAccessKey() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'plain.yaml',"
                        + " credentialsId: 'db-password', region: 'cn-hangzhou'"))
                .contains("Credentials \"db-password\" hold no AccessKey");
    }

    @Test
    void connectionThatIsNotThere() throws Exception {
        assertThat(failsBeforeAnyCall("rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'prod'"))
                .contains("There is no connection \"prod\"", "local, readonly, wrong-secret");
    }

    @Test
    void credentialsWithoutPermission() throws Exception {
        assertThat(fails("rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'readonly'"))
                .contains("Stack \"web\" was not deployed: CreateStack (");
        assertThat(fixture.ros.count("CreateStack")).isEqualTo(1);
    }

    @Test
    void wrongSecret() throws Exception {
        assertThat(fails("rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'wrong-secret'"))
                .contains("SignatureDoesNotMatch")
                .doesNotContain("server string to sign", "x-acs-");
    }

    @Test
    void unknownRegion() throws Exception {
        assertThat(
                        fails(
                                "rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'local', region: 'cn-nowhere'"))
                .contains("Stack \"web\" was not deployed", "Region");
    }

    @Test
    void busyStackIsRefusedWhenNobodyWantsToWait() throws Exception {
        fixture.file(
                "slow.yaml",
                TEMPLATE.replace("ZoneId: {Type: String}", "ZoneId: {Type: String, Default: z}")
                        .replace("Properties:", "Metadata: {LocalCloud: {Seconds: 36000}}\n    Properties:"));
        DeployFixture.Ended ended = fixture.run("node {\n checkout scm\n"
                + " rosDeploy stackName: 'slow', template: 'slow.yaml', connection: 'local', wait: false\n"
                + " rosDelete stackName: 'slow', connection: 'local', waitForOthers: false\n }");
        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains("is CREATE_IN_PROGRESS: somebody else's operation is running", "Nothing was done");
        assertThat(fixture.ros.count("DeleteStack")).isZero();
    }

    @Test
    void protectedStackIsNotDeleted() throws Exception {
        DeployFixture.Ended ended = fixture.run("node {\n checkout scm\n"
                + " rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'local', deletionProtection: true\n"
                + " rosDelete stackName: 'web', connection: 'local'\n }");
        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains("is protected from deletion, and was not touched", "deletionProtection: false");
        assertThat(fixture.ros.count("DeleteStack")).isZero();
    }

    @Test
    void endpointThatIsDownIsTriedUntilTheBuildIsStopped() throws Exception {
        try (ServerSocket closed = new ServerSocket(0)) {
            fixture.addConnection("down", "http://127.0.0.1:" + closed.getLocalPort());
        }
        DeployFixture.Ended ended = fixture.stopOnce(
                "Held up",
                "node {\n checkout scm\n rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'down'\n }");
        assertThat(ended.result()).isEqualTo(Result.ABORTED);
        assertThat(ended.log())
                .contains("Held up: ListStacks: no answer from 127.0.0.1")
                .contains("The build was stopped before anything was done to stack \"web\"");
    }

    @Test
    void endpointThatAnswersHtml() throws Exception {
        try (HtmlServer html = new HtmlServer()) {
            fixture.addConnection("html", html.url());
            DeployFixture.Ended ended = fixture.stopOnce(
                    "Held up",
                    "node {\n checkout scm\n rosDeploy stackName: 'web', template: 'plain.yaml', connection: 'html'\n }");
            assertThat(ended.result()).isEqualTo(Result.ABORTED);
            assertThat(ended.log()).contains("answered something that is not JSON");
        }
    }
}
