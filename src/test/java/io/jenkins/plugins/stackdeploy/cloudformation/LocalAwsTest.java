package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.s3.RegionMismatch;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.StackInstance;

/** The clients against a cloud that checks signatures, tokens and roles, and remembers. */
class LocalAwsTest {
    private static final String ADMINISTRATOR = "999988887777";
    private static final String MEMBER = "111122223333";
    private static final String DEPLOYER = "arn:aws:iam::999988887777:role/deployer";
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String TEMPLATE = """
            Resources:
              Queue: {Type: 'AWS::SQS::Queue'}
            """;

    private LocalAws cloud;
    private AwsAccess access;

    private void start(LocalAwsBuilder builder) throws IOException {
        cloud = builder.account("AKIALOCAL", "s3cret", ADMINISTRATOR)
                .timeScale(1000)
                .roleWithExternalId(DEPLOYER, "ext-1")
                .role("arn:aws:iam::" + MEMBER + ":role/reader")
                .start();
        AwsSettings settings = new AwsSettings(
                AwsIdentity.ofKey("AKIALOCAL", "s3cret"),
                new AwsRole(DEPLOYER, "ext-1", "jenkins-web-1"),
                "eu-west-1",
                new AwsEndpoints(cloud.endpoint(), cloud.endpoint(), cloud.endpoint()),
                null,
                AwsSettings.READS_PER_MINUTE);
        access = new SharedSessions().access(settings, new Budgets(InstantSource.system()));
    }

    @AfterEach
    void stop() {
        access.close();
        cloud.close();
    }

    private void create(String name) throws CloudException {
        access.stackSets()
                .create(CreateStackSetRequest.builder()
                        .stackSetName(name)
                        .templateBody(TEMPLATE)
                        .clientRequestToken("token-1")
                        .build());
    }

    private String createInstances(String name) throws CloudException {
        return access.stackSets()
                .createInstances(CreateStackInstancesRequest.builder()
                        .stackSetName(name)
                        .accounts(MEMBER)
                        .regions("eu-west-1")
                        .operationId("op-1")
                        .build());
    }

    private OperationStatus ended(String name, String operation) {
        Callable<OperationStatus> status = () -> OperationStatus.of(access.stackSets()
                        .operation(name, operation, null)
                        .orElseThrow()
                        .statusAsString())
                .orElseThrow();
        return Awaitility.await().pollInterval(Duration.ofMillis(20)).until(status, OperationStatus::isEnd);
    }

    @Test
    void roleIsTakenOnWithItsExternalId() throws Exception {
        start(LocalAws.builder());

        assertThat(access.caller()).isEqualTo("arn:aws:sts::999988887777:assumed-role/deployer/jenkins-web-1");
    }

    @Test
    void stackSetsLiveFromCreationToDeletion() throws Exception {
        start(LocalAws.builder());
        StackSetClient client = access.stackSets();
        assertThat(client.describe("web", null)).isEmpty();

        create("web");
        assertThat(client.describe("web", null)).isPresent();
        assertThat(client.operation("web", "op-1", null)).isEmpty();
        assertThat(ended("web", createInstances("web"))).isEqualTo(OperationStatus.SUCCEEDED);

        assertThat(client.instances("web", null, null, InstanceFilter.ALL).items())
                .singleElement()
                .satisfies(instance -> assertThat(instance.account()).isEqualTo(MEMBER));
        assertThat(client.results("web", "op-1", null, null).items()).hasSize(1);
        assertThat(client.operations("web", null, null).items()).hasSize(1);
        CloudException full = catchThrowableOfType(CloudException.class, () -> client.delete("web", null));
        assertThat(full.code()).isEqualTo("StackSetNotEmptyException");
        assertThat(client.describe("web", null)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AFTER_EFFECT", "SERVICE_UNAVAILABLE_AFTER_EFFECT", "DROP_BEFORE_EFFECT", "BAD_GATEWAY"})
    void operationIsStartedOnceWhateverHappensToTheAnswer(
            io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind fault) throws Exception {
        start(LocalAws.builder());
        create("web");
        cloud.faults().add(Fault.of(fault, "CreateStackInstances"));

        createInstances("web");

        assertThat(cloud.effects("CreateStackInstances")).hasSize(1);
        assertThat(access.stackSets().operations("web", null, null).items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, TRANSIENT",
        "SERVICE_UNAVAILABLE, TRANSIENT",
        "BAD_GATEWAY, TRANSIENT",
        "HTML_OK, NO_ANSWER",
        "TRUNCATED_BODY, TRANSIENT",
        "THROTTLING, THROTTLED",
        "DROP_BEFORE_EFFECT, NO_ANSWER"
    })
    void lastingFaultsAreToldApart(io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind fault, FaultKind kind)
            throws Exception {
        start(LocalAws.builder());
        create("web");
        cloud.faults().add(Fault.of(fault, "DescribeStackSet").times(10));

        CloudException failed = catchThrowableOfType(
                CloudException.class, () -> access.stackSets().describe("web", null));

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.action()).isEqualTo("DescribeStackSet");
        assertThat(failed.kind().isPassing()).isTrue();
    }

    /** What looks like XML is read by the SDK as an answer without anything in it. */
    @Test
    void pageOfAPortalIsNoRole() throws Exception {
        start(LocalAws.builder());
        cloud.faults()
                .add(Fault.of(io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind.HTML_OK, "AssumeRole")
                        .times(10));

        CloudException failed = catchThrowableOfType(CloudException.class, () -> access.caller());

        assertThat(failed.kind()).isEqualTo(FaultKind.NO_ANSWER);
        assertThat(failed.action()).isEqualTo("AssumeRole");
    }

    @Test
    void slowAnswerIsWaitedFor() throws Exception {
        start(LocalAws.builder());
        create("web");
        cloud.faults()
                .add(Fault.of(io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind.SLOW_BODY, "DescribeStackSet"));

        assertThat(access.stackSets().describe("web", null)).isPresent();
    }

    @Test
    void templateThatSomebodyPlantedIsReplaced() throws Exception {
        start(LocalAws.builder().bucket("templates", "eu-west-1", ADMINISTRATOR));
        StackSetTemplate template = new StackSetTemplate("main.yaml", TEMPLATE, null, "templates");
        access.uploads().url(new StackSetTemplate("evil.yaml", "Resources: {}", null, "templates"), DIGEST);

        String url = access.uploads().url(template, DIGEST);

        assertThat(cloud.count("PutObject")).isEqualTo(2);
        access.stackSets()
                .create(CreateStackSetRequest.builder()
                        .stackSetName("web")
                        .templateURL(url)
                        .clientRequestToken("token-1")
                        .build());
        assertThat(access.stackSets().describe("web", null))
                .hasValueSatisfying(set -> assertThat(set.templateBody()).isEqualTo(TEMPLATE));
    }

    @ParameterizedTest
    @EnumSource
    void templateIsUploadedOnceToABucketOfAnotherRegionAndReadFromThere(RegionMismatch mismatch) throws Exception {
        start(LocalAws.builder()
                .bucket("templates", "ap-south-1", ADMINISTRATOR)
                .regionMismatch(mismatch));
        StackSetTemplate template = new StackSetTemplate("main.yaml", TEMPLATE, null, "templates/team");

        String url = access.uploads().url(template, DIGEST);

        assertThat(access.uploads().url(template, DIGEST)).isEqualTo(url);
        assertThat(cloud.count("PutObject")).isEqualTo(1);
        access.stackSets()
                .create(CreateStackSetRequest.builder()
                        .stackSetName("web")
                        .templateURL(url)
                        .clientRequestToken("token-1")
                        .build());
        assertThat(access.stackSets().describe("web", null))
                .hasValueSatisfying(set -> assertThat(set.templateBody()).isEqualTo(TEMPLATE));
    }

    @Test
    void bucketOfSomebodyElseIsRefused() throws Exception {
        start(LocalAws.builder().bucket("templates", "eu-west-1", "000011112222"));

        CloudException failed = catchThrowableOfType(CloudException.class, () -> access.uploads()
                .url(new StackSetTemplate("main.yaml", TEMPLATE, null, "templates"), DIGEST));

        assertThat(failed.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(failed).hasMessageStartingWith("Bucket \"templates\": ");
    }

    @Test
    void resourceThatMadeAnInstanceFailIsFoundInItsAccount() throws Exception {
        start(LocalAws.builder());
        cloud.failures()
                .add(InstanceFailure.always("web", MEMBER, "eu-west-1", "Quota exceeded.")
                        .of("Queue"));
        create("web");
        assertThat(ended("web", createInstances("web"))).isEqualTo(OperationStatus.FAILED);
        StackInstance instance =
                access.stackSets().instance("web", MEMBER, "eu-west-1", null).orElseThrow();

        MemberStacks members = access.members("reader");

        assertThat(members.firstFailure(MEMBER, "eu-west-1", instance.stackId()))
                .contains(new ResourceFailure("Queue", "AWS::SQS::Queue", "CREATE_FAILED", "Quota exceeded."));
        assertThat(access.members("unknown").firstFailure(MEMBER, "eu-west-1", instance.stackId()))
                .isEmpty();
    }
}
