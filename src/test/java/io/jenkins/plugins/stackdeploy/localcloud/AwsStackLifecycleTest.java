package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.AwsStackFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsStackSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class AwsStackLifecycleTest {
    private static final String TEMPLATE = """
            Description: Two things
            Parameters:
              Env: {Type: String, Default: test}
              Secret: {Type: String, NoEcho: true, Default: hidden}
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref Env}}
              Queue: {Type: 'AWS::SQS::Queue', DependsOn: Topic}
            Outputs:
              QueueArn: {Value: !GetAtt Queue.Arn, Description: Where to send}
            """;
    private static final String WITHOUT_QUEUE = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: other}}
            """;

    private AwsStackFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = AwsStackFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aStackIsMadeResourceByResource() {
        fixture.create("s", TEMPLATE);

        assertThat(fixture.status("s")).isEqualTo("CREATE_IN_PROGRESS");
        fixture.later(20);
        assertThat(fixture.events("s"))
                .containsExactly(
                        "s CREATE_IN_PROGRESS",
                        "Topic CREATE_IN_PROGRESS",
                        "Topic CREATE_IN_PROGRESS",
                        "Topic CREATE_COMPLETE",
                        "Queue CREATE_IN_PROGRESS");
        fixture.settle();
        Stack stack = fixture.stack("s");
        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.description()).isEqualTo("Two things");
        assertThat(stack.parameters())
                .extracting(Parameter::parameterKey, Parameter::parameterValue)
                .containsExactly(tuple("Env", "test"), tuple("Secret", "****"));
        Output output = stack.outputs().get(0);
        assertThat(output.outputValue()).startsWith("arn:aws:sqs:eu-west-1:999988887777:s-Queue-");
        assertThat(output.description()).isEqualTo("Where to send");
        assertThat(fixture.client.listStackResources(r -> r.stackName("s")).stackResourceSummaries())
                .extracting(r -> r.logicalResourceId() + " " + r.resourceStatusAsString())
                .containsExactly("Topic CREATE_COMPLETE", "Queue CREATE_COMPLETE");
        assertThat(fixture.client.getTemplate(r -> r.stackName("s")).templateBody())
                .isEqualTo(TEMPLATE);
    }

    @Test
    void anUpdateReplacesAndCleansUp() {
        fixture.created("s", TEMPLATE);

        fixture.update("s", WITHOUT_QUEUE);
        fixture.settle();

        Stack stack = fixture.stack("s");
        assertThat(stack.stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(stack.outputs()).isEmpty();
        assertThat(stack.lastUpdatedTime()).isAfter(stack.creationTime());
        assertThat(fixture.events("s"))
                .containsSubsequence(
                        "s UPDATE_IN_PROGRESS",
                        "Topic UPDATE_IN_PROGRESS",
                        "Topic UPDATE_COMPLETE",
                        "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Queue DELETE_COMPLETE",
                        "s UPDATE_COMPLETE");
        assertThat(fixture.rawEvents("s"))
                .filteredOn(event -> event.resourceStatusAsString().equals("DELETE_COMPLETE"))
                .extracting(event -> event.physicalResourceId().startsWith("s-" + event.logicalResourceId()))
                .containsExactlyInAnyOrder(true, true);
        assertThat(fixture.client.describeStackResources(r -> r.stackName("s")).stackResources())
                .extracting(
                        r -> r.logicalResourceId() + " " + r.physicalResourceId() + " " + r.resourceStatusAsString())
                .contains("Topic other UPDATE_COMPLETE");
    }

    @Test
    void anUpdateWithoutChangesIsRefused() {
        fixture.created("s", TEMPLATE);

        assertThat(refusal(() -> fixture.update("s", TEMPLATE.replace("Two things", "Both"))))
                .isEqualTo("ValidationError: No updates are to be performed.");
        assertThat(fixture.aws.effects("UpdateStack")).isEmpty();

        fixture.client.updateStack(r -> r.stackName("s")
                .usePreviousTemplate(true)
                .tags(Tag.builder().key("team").value("a").build()));
        fixture.settle();
        assertThat(fixture.stack("s").tags()).extracting(Tag::key).containsExactly("team");
    }

    @Test
    void parametersAreKeptWhenAsked() {
        fixture.created("s", TEMPLATE);
        fixture.client.updateStack(
                r -> r.stackName("s").usePreviousTemplate(true).parameters(p -> p.parameterKey("Env")
                        .parameterValue("prod")));
        fixture.settle();

        assertThat(refusal(() -> fixture.client.updateStack(
                        r -> r.stackName("s").usePreviousTemplate(true).parameters(p -> p.parameterKey("Env")
                                .usePreviousValue(true)))))
                .contains("No updates are to be performed.");
        assertThat(refusal(() -> fixture.client.updateStack(
                        r -> r.stackName("s").usePreviousTemplate(true).parameters(p -> p.parameterKey("New")
                                .usePreviousValue(true)))))
                .contains("Cannot specify usePreviousValue as true for a parameter key not in the previous template");
    }

    @Test
    void aDeletedStackIsFoundByItsIdOnly() {
        String id = fixture.created("s", TEMPLATE);

        fixture.client.deleteStack(r -> r.stackName("s"));
        assertThat(fixture.status("s")).isEqualTo("DELETE_IN_PROGRESS");
        fixture.settle();

        assertThat(fixture.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(refusal(() -> fixture.status("s"))).isEqualTo("ValidationError: Stack with id s does not exist");
        assertThat(refusal(() -> fixture.update("s", TEMPLATE))).isEqualTo("ValidationError: Stack [s] does not exist");
        assertThat(fixture.events(id))
                .containsSubsequence("Queue DELETE_COMPLETE", "Topic DELETE_IN_PROGRESS", "s DELETE_COMPLETE");
        fixture.client.deleteStack(r -> r.stackName("s"));
        assertThat(fixture.client
                        .listStacks(r -> r.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                        .stackSummaries())
                .extracting(StackSummary::stackId)
                .containsExactly(id);
    }

    @Test
    void whatIsRetainedIsLeftBehind() {
        String id = fixture.created("s", """
                Resources:
                  Kept: {Type: 'AWS::S3::Bucket', DeletionPolicy: Retain}
                  Gone: {Type: 'AWS::SNS::Topic'}
                """);

        fixture.client.deleteStack(r -> r.stackName("s"));
        fixture.settle();

        assertThat(fixture.events(id))
                .contains("Kept DELETE_SKIPPED", "Gone DELETE_COMPLETE")
                .doesNotContain("Kept DELETE_COMPLETE");
    }

    @Test
    void aProtectedStackIsNotDeleted() {
        fixture.created("s", TEMPLATE);
        fixture.client.updateTerminationProtection(r -> r.stackName("s").enableTerminationProtection(true));

        assertThat(refusal(() -> fixture.client.deleteStack(r -> r.stackName("s"))))
                .isEqualTo("ValidationError: Stack [s] cannot be deleted while TerminationProtection is enabled");

        fixture.client.updateTerminationProtection(r -> r.stackName("s").enableTerminationProtection(false));
        fixture.client.deleteStack(r -> r.stackName("s"));
        assertThat(fixture.status("s")).isEqualTo("DELETE_IN_PROGRESS");
    }

    @Test
    void aTokenMakesACreateCountOnce() {
        String first = createWithToken("{\"Resources\":{\"A\":{\"Type\":\"AWS::SNS::Topic\"}}}");

        assertThat(createWithToken("{\"Resources\":{\"A\":{\"Type\":\"AWS::SNS::Topic\"}}}"))
                .isEqualTo(first);
        assertThat(refusal(() -> createWithToken("{\"Resources\":{\"B\":{\"Type\":\"AWS::SNS::Topic\"}}}")))
                .startsWith("TokenAlreadyExistsException: ");
        assertThat(refusal(() -> fixture.create("s", TEMPLATE)))
                .isEqualTo("AlreadyExistsException: Stack [s] already exists");
        assertThat(fixture.aws.effects("CreateStack")).hasSize(1);
        assertThat(fixture.rawEvents("s").get(0).clientRequestToken()).isEqualTo("t-1");
    }

    @Test
    void aBusyStackIsNotUpdated() {
        String id = fixture.create("s", TEMPLATE);

        assertThat(refusal(() -> fixture.update("s", WITHOUT_QUEUE)))
                .isEqualTo("ValidationError: Stack:" + id + " is in CREATE_IN_PROGRESS state and can not be updated.");
    }

    @Test
    void eventsComeInPagesOfAHundredTheNewestFirst() {
        StringBuilder template = new StringBuilder("Resources:\n");
        for (int i = 0; i < 40; i++) {
            template.append("  T").append(i).append(": {Type: 'AWS::SNS::Topic'}\n");
        }
        fixture.created("s", template.toString());

        DescribeStackEventsResponse first = fixture.client.describeStackEvents(r -> r.stackName("s"));
        fixture.client.deleteStack(r -> r.stackName("s"));
        DescribeStackEventsResponse second =
                fixture.client.describeStackEvents(r -> r.stackName("s").nextToken(first.nextToken()));

        assertThat(first.stackEvents()).hasSize(100);
        assertThat(first.stackEvents().get(0).resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(second.stackEvents()).hasSize(22);
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void capabilitiesAndLimitsAreChecked() {
        String role = "Resources: {R: {Type: 'AWS::IAM::Role'}}";
        String large = "# " + "x".repeat(51_200) + "\n" + role;

        assertThat(refusal(() -> fixture.create("s", role)))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]");
        fixture.client.createStack(
                r -> r.stackName("s").templateBody(role).capabilities(Capability.CAPABILITY_NAMED_IAM));
        assertThat(refusal(() -> fixture.create("t", large)))
                .contains("Value at 'templateBody'")
                .contains("less than or equal to 51200");
        fixture.aws.templates().put("https://example.org/t", large.getBytes(StandardCharsets.UTF_8));
        fixture.client.createStack(
                r -> r.stackName("t").templateURL("https://example.org/t").capabilities(Capability.CAPABILITY_IAM));
        assertThat(refusal(() ->
                        fixture.client.createStack(r -> r.stackName("u").templateURL("https://example.org/nothing"))))
                .isEqualTo("ValidationError: S3 error: The specified key does not exist.");
        assertThat(refusal(() -> fixture.client.createStack(r -> r.stackName("u"))))
                .contains("Either Template URL or Template Body must be specified.");
        assertThat(refusal(() -> fixture.create("-", role))).contains("Value at 'stackName'");
    }

    @Test
    void otherAccountsAndRegionsHaveStacksOfTheirOwn() {
        fixture.created("s", TEMPLATE);
        assertThat(fixture.client.describeStacks().stacks()).hasSize(1);

        try (var other = AwsClients.configured(
                        CloudFormationClient.builder(),
                        fixture.aws,
                        AwsBasicCredentials.create(AwsClients.KEY, AwsClients.SECRET))
                .region(Region.US_EAST_1)
                .build()) {
            assertThat(other.describeStacks().stacks()).isEqualTo(List.of());
        }
    }

    @Test
    void aStackGoesOnInTheNextProcess(@TempDir Path state) throws Exception {
        MovableClock clock = new MovableClock();
        LocalAwsBuilder builder = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .clock(clock)
                .stateDir(state);
        try (LocalAws first = builder.start();
                CloudFormationClient client = AwsClients.cloudFormation(first)) {
            client.createStack(r -> r.stackName("s").templateBody(TEMPLATE));
            client.createChangeSet(r -> r.stackName("t")
                    .changeSetName("c")
                    .changeSetType(ChangeSetType.CREATE)
                    .templateBody(TEMPLATE));
        }
        clock.advance(Duration.ofHours(1));

        try (LocalAws next = builder.start();
                CloudFormationClient client = AwsClients.cloudFormation(next)) {
            assertThat(client.describeStacks(r -> r.stackName("s"))
                            .stacks()
                            .get(0)
                            .stackStatusAsString())
                    .isEqualTo("CREATE_COMPLETE");
            client.updateStack(r -> r.stackName("s").templateBody(WITHOUT_QUEUE));
            client.executeChangeSet(r -> r.stackName("t").changeSetName("c"));
            clock.advance(Duration.ofHours(1));
            assertThat(next.stacks())
                    .extracting(AwsStackSummary::status)
                    .containsExactlyInAnyOrder("UPDATE_COMPLETE", "CREATE_COMPLETE");
        }
    }

    @Test
    void aTemplateIsDescribedWithoutAStack() {
        GetTemplateSummaryResponse summary = fixture.client.getTemplateSummary(r -> r.templateBody(TEMPLATE));
        fixture.created("s", TEMPLATE);

        assertThat(summary.resourceTypes()).containsExactly("AWS::SNS::Topic", "AWS::SQS::Queue");
        assertThat(summary.parameters())
                .extracting(p -> p.parameterKey() + " " + p.parameterType() + " " + p.noEcho())
                .containsExactly("Env String false", "Secret String true");
        assertThat(fixture.client.getTemplateSummary(r -> r.stackName("s")).description())
                .isEqualTo("Two things");
        assertThat(fixture.client
                        .validateTemplate(r -> r.templateBody("Resources: {R: {Type: 'AWS::IAM::User'}}"))
                        .capabilitiesAsStrings())
                .containsExactly("CAPABILITY_IAM");
        assertThat(refusal(() ->
                        fixture.client.getTemplateSummary(r -> r.stackName("s").templateBody(TEMPLATE))))
                .contains("Exactly one of TemplateBody, TemplateURL, StackName and StackSetName");
    }

    private String createWithToken(String template) {
        return fixture.client
                .createStack(r -> r.stackName("s").templateBody(template).clientRequestToken("t-1"))
                .stackId();
    }
}
