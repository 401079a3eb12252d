package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS command line uses every action. */
class AwsCliIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "111122223333";
    private static final String TEMPLATE = """
            Parameters:
              Env: {Type: String, Default: test}
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref Env}}
            Outputs:
              Topic: {Value: !Ref Topic}
            """;

    @TempDir
    Path scratch;

    private LocalAws aws;
    private ForeignClient cli;
    private Path template;
    private Instant lastDeployment = Instant.EPOCH;

    private void start(double timeScale) throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .role("arn:aws:iam::" + MEMBER + ":role/reader")
                .bucket("templates", "eu-west-1", AwsClients.ACCOUNT)
                .timeScale(timeScale)
                .start();
        cli = ForeignClient.find("aws", "apt-get install awscli", scratch, aws, "--version");
        template = Files.writeString(scratch.resolve("t.yaml"), TEMPLATE);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void everyActionIsUnderstood() throws Exception {
        start(200);

        identities();
        objects();
        stackSets();
        templates();
        stacks();
        changeSets();
        rollbacks();

        AwsActions.assertAllWereUsed(aws);
    }

    @Test
    void deployMakesUpdatesAndFindsNothingToDo() throws Exception {
        // It looks every 30 seconds: it should find everything done when it looks first.
        start(1_000_000);

        assertThat(deploy("test")).contains("Successfully created/updated stack - app");
        assertThat(deploy("test")).contains("No changes to deploy. Stack app is up to date");
        assertThat(deploy("prod")).contains("Successfully created/updated stack - app");
        aws.resourceFailures().add(new FailureRule("app", "Topic", FailOn.UPDATE, "Frozen."));
        assertThat(tryToDeploy("stage").output()).contains("Failed to create/update the stack");
    }

    private void identities() throws Exception {
        assertThat(call("sts", "get-caller-identity").path("Account").asText()).isEqualTo(AwsClients.ACCOUNT);
        JsonNode session = call(
                "sts",
                "assume-role",
                "--role-session-name",
                "cli",
                "--role-arn",
                "arn:aws:iam::" + MEMBER + ":role/reader");
        assertThat(session.at("/AssumedRoleUser/Arn").asText()).endsWith("assumed-role/reader/cli");
    }

    private void objects() throws Exception {
        String copy = scratch.resolve("copy.yaml").toString();
        call("s3api", "head-bucket", "--bucket", "templates");
        assertThat(call("s3api", "get-bucket-location", "--bucket", "templates")
                        .path("LocationConstraint")
                        .asText())
                .isEqualTo("eu-west-1");
        call("s3api", "put-object", "--bucket", "templates", "--key", "t.yaml", "--body", template.toString());
        assertThat(call("s3api", "head-object", "--bucket", "templates", "--key", "t.yaml")
                        .path("ContentLength")
                        .asInt())
                .isEqualTo(TEMPLATE.length());
        call("s3api", "get-object", "--bucket", "templates", "--key", "t.yaml", copy);
        assertThat(Path.of(copy)).hasContent(TEMPLATE);
        assertThat(refused("s3api", "get-object", "--bucket", "templates", "--key", "no", copy))
                .contains("NoSuchKey");
    }

    private void stackSets() throws Exception {
        cloudFormation("create-stack-set --stack-set-name set --template-url " + aws.endpoint() + "/templates/t.yaml"
                + " --parameters ParameterKey=Env,ParameterValue=prod --tags Key=team,Value=a --description Topics");
        assertThat(refused("cloudformation", "describe-stack-set", "--stack-set-name", "other"))
                .contains("(StackSetNotFoundException)");
        operation("create-stack-instances --operation-id op-1 --accounts " + AwsClients.ACCOUNT + " " + MEMBER
                + " --regions eu-west-1 us-east-1 --operation-preferences"
                + " RegionConcurrencyType=PARALLEL,FailureTolerancePercentage=50,MaxConcurrentPercentage=100");
        assertThat(cloudFormation("list-stack-instances --stack-set-name set").path("Summaries"))
                .hasSize(4);
        assertThat(cloudFormation("list-stack-set-operation-results --stack-set-name set --operation-id op-1")
                        .at("/Summaries/0/Status")
                        .asText())
                .isEqualTo("SUCCEEDED");
        operation("update-stack-instances --operation-id op-2 --accounts " + MEMBER
                + " --regions us-east-1 --parameter-overrides ParameterKey=Env,ParameterValue=own");
        JsonNode instance = cloudFormation("describe-stack-instance --stack-set-name set --stack-instance-account "
                        + MEMBER + " --stack-instance-region us-east-1")
                .path("StackInstance");
        assertThat(instance.at("/ParameterOverrides/0/ParameterValue").asText()).isEqualTo("own");
        assertThat(instance.path("StackId").asText()).contains(":" + MEMBER + ":stack/StackSet-set-");
        operation("update-stack-set --operation-id op-3 --use-previous-template --parameters"
                + " ParameterKey=Env,ParameterValue=stage");
        operation("detect-stack-set-drift --operation-id op-4");
        assertThat(cloudFormation("describe-stack-set --stack-set-name set")
                        .at("/StackSet/Parameters/0/ParameterValue")
                        .asText())
                .isEqualTo("stage");
        assertThat(cloudFormation("list-stack-sets --status ACTIVE").path("Summaries"))
                .hasSize(1);
        aws.durations().set("*", "*", 1200);
        cloudFormation("update-stack-set --stack-set-name set --operation-id op-5 --use-previous-template --parameters"
                + " ParameterKey=Env,ParameterValue=last");
        assertThat(refused("cloudformation", "update-stack-set", "--stack-set-name", "set", "--use-previous-template"))
                .contains("(OperationInProgressException)");
        cloudFormation("stop-stack-set-operation --stack-set-name set --operation-id op-5");
        ended("op-5", "STOPPED");
        assertThat(cloudFormation("describe-stack-set-operation --stack-set-name set --operation-id op-5")
                        .at("/StackSetOperation/Status")
                        .asText())
                .isEqualTo("STOPPED");
        aws.durations().clear();
        operation("delete-stack-instances --operation-id op-6 --no-retain-stacks --accounts " + AwsClients.ACCOUNT + " "
                + MEMBER + " --regions eu-west-1 us-east-1");
        assertThat(cloudFormation("list-stack-set-operations --stack-set-name set")
                        .path("Summaries"))
                .hasSize(6);
        cloudFormation("delete-stack-set --stack-set-name set");
    }

    private void templates() throws Exception {
        assertThat(cloudFormation("validate-template --template-body file://" + template)
                        .at("/Parameters/0/DefaultValue")
                        .asText())
                .isEqualTo("test");
        assertThat(cloudFormation("get-template-summary --template-body file://" + template)
                        .at("/ResourceTypes/0")
                        .asText())
                .isEqualTo("AWS::SNS::Topic");
    }

    private void stacks() throws Exception {
        cloudFormation(
                "create-stack --stack-name s --enable-termination-protection --template-body file://" + template);
        settled("s", "CREATE_COMPLETE");
        assertThat(cloudFormation("describe-stacks --stack-name s")
                        .at("/Stacks/0/Outputs/0/OutputKey")
                        .asText())
                .isEqualTo("Topic");
        assertThat(cloudFormation("describe-stack-events --stack-name s").path("StackEvents"))
                .hasSize(5);
        assertThat(cloudFormation("describe-stack-resources --stack-name s").path("StackResources"))
                .hasSize(1);
        assertThat(cloudFormation("list-stack-resources --stack-name s").path("StackResourceSummaries"))
                .hasSize(1);
        assertThat(cloudFormation("get-template --stack-name s")
                        .path("TemplateBody")
                        .asText())
                .isEqualTo(TEMPLATE);
        assertThat(refused("cloudformation", "update-stack", "--stack-name", "s", "--use-previous-template"))
                .contains("(ValidationError)", "No updates are to be performed.");
        assertThat(refused("cloudformation", "describe-stacks", "--stack-name", "no"))
                .contains("Stack with id no does not exist");
        cloudFormation("update-termination-protection --stack-name s --no-enable-termination-protection");
    }

    private void changeSets() throws Exception {
        for (String name : List.of("c1", "c2")) {
            cloudFormation("create-change-set --stack-name s --change-set-name " + name + " --use-previous-template"
                    + " --parameters ParameterKey=Env,ParameterValue=prod");
            await().until(() -> changeSet(name).path("Status").asText().equals("CREATE_COMPLETE"));
        }
        assertThat(changeSet("c1").at("/Changes/0/ResourceChange/Action").asText())
                .isEqualTo("Modify");
        assertThat(cloudFormation("list-change-sets --stack-name s").path("Summaries"))
                .hasSize(2);
        cloudFormation("delete-change-set --stack-name s --change-set-name c2");
        cloudFormation("execute-change-set --stack-name s --change-set-name c1");
        settled("s", "UPDATE_COMPLETE");
    }

    private void rollbacks() throws Exception {
        aws.resourceFailures().add(new FailureRule("s", "Topic", FailOn.ROLLBACK, "Frozen."));
        String slow = TEMPLATE + "# slow\n";
        Path other = Files.writeString(
                scratch.resolve("slow.yaml"),
                slow.replace("!Ref Env}}", "changed}, Metadata: {LocalCloud: {Seconds: 36000}}}"));
        cloudFormation("update-stack --stack-name s --template-body file://" + other);
        cloudFormation("cancel-update-stack --stack-name s");
        settled("s", "UPDATE_ROLLBACK_FAILED");
        aws.resourceFailures().clear();
        cloudFormation("continue-update-rollback --stack-name s --resources-to-skip Topic");
        settled("s", "UPDATE_ROLLBACK_COMPLETE");
        cloudFormation("delete-stack --stack-name s");
        settled("s", "DELETE_COMPLETE");
        assertThat(cloudFormation("list-stacks --stack-status-filter DELETE_COMPLETE")
                        .path("StackSummaries")
                        .findValuesAsText("StackName"))
                .contains("s");
    }

    // Waiting asks the endpoint itself: every call of the command line is a process.

    private void settled(String stack, String status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> aws.stacks().stream()
                .anyMatch(s -> s.stackName().equals(stack) && s.status().equals(status)));
    }

    private void operation(String arguments) throws Exception {
        String id = cloudFormation(arguments.replaceFirst(" ", " --stack-set-name set "))
                .path("OperationId")
                .asText();
        ended(id, "SUCCEEDED");
    }

    private void ended(String operation, String status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> aws.operations().stream()
                .anyMatch(o ->
                        o.operationId().equals(operation) && o.status().name().equals(status)));
    }

    private JsonNode changeSet(String name) throws Exception {
        return cloudFormation("describe-change-set --stack-name s --change-set-name " + name);
    }

    private JsonNode cloudFormation(String arguments) throws Exception {
        return call(Stream.concat(Stream.of("cloudformation"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));
    }

    private JsonNode call(String... arguments) throws Exception {
        ForeignClient.Said said = said(arguments);
        assertThat(said.exit()).as(said.output()).isZero();
        return said.output().isBlank() ? JSON.createObjectNode() : JSON.readTree(said.output());
    }

    private String refused(String... arguments) throws Exception {
        return said(arguments).output();
    }

    private ForeignClient.Said said(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("--endpoint-url", aws.endpoint().toString(), "--output", "json", "--cli-read-timeout", "20"));
        all.addAll(List.of(arguments));
        return cli.run(all.toArray(String[]::new));
    }

    private String deploy(String environment) throws Exception {
        ForeignClient.Said said = tryToDeploy(environment);
        assertThat(said.exit()).as(said.output()).isZero();
        return said.output();
    }

    /** The command names its change set by the second: a second one within it would find its name taken, as on AWS. */
    private ForeignClient.Said tryToDeploy(String environment) throws Exception {
        await().until(() -> Instant.now().getEpochSecond() > lastDeployment.getEpochSecond());
        ForeignClient.Said said = cli.run(deployment(environment));
        lastDeployment = Instant.now();
        return said;
    }

    private String[] deployment(String environment) {
        return new String[] {
            "--endpoint-url",
            aws.endpoint().toString(),
            "cloudformation",
            "deploy",
            "--stack-name",
            "app",
            "--no-fail-on-empty-changeset",
            "--template-file",
            template.toString(),
            "--parameter-overrides",
            "Env=" + environment
        };
    }
}
