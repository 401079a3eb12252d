package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.TEMPLATE;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refusal;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.PermissionModels;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackSetRequest;

class LocalStackSetRulesTest {
    private static final String EU = "eu-west-1";
    private static final String ROLE = "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {RoleName: r}}}";

    private LocalAwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalAwsFixture.withSet();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    static Stream<Arguments> badSets() {
        return Stream.of(
                set("a name that begins with a digit", r -> r.stackSetName("1a"), "'stackSetName'"),
                set("a name of 129 letters", r -> r.stackSetName("a".repeat(129)), "'stackSetName'"),
                set("no template", r -> r.templateBody(null), "Either Template URL or Template Body"),
                set("two templates", r -> r.templateURL("https://b.s3.amazonaws.com/t"), "Template"),
                set("a template that is not there", r -> r.templateBody(null).templateURL("https://b/t"), "S3 error"),
                set("51,201 bytes inline", r -> r.templateBody(padded(51_201)), "equal to 51200"),
                set("a template of CloudFormation's format only", r -> r.templateBody("{}"), "At least one Resources"),
                set(
                        "an unknown parameter",
                        r -> r.parameters(value("X", "1")),
                        "Parameters: [X] do not exist in the template"),
                set(
                        "a missing parameter",
                        r -> r.templateBody("Parameters: {P: {Type: String}}\n"
                                + TEMPLATE.substring(TEMPLATE.indexOf("Resources"))
                                        .replace("!Ref Env", "!Ref P")),
                        "Parameters: [P] must have values"),
                set(
                        "UsePreviousValue in a new set",
                        r -> r.parameters(p -> p.parameterKey("Env").usePreviousValue(true)),
                        "usePreviousValue"),
                set("an unknown capability", r -> r.capabilitiesWithStrings("CAPABILITY_X"), "'capabilities'"),
                set("51 tags", r -> r.tags(tags(51)), "'tags'"),
                set("a description of 1,025 letters", r -> r.description("x".repeat(1025)), "'description'"),
                set(
                        "auto-deployment with permissions of its own",
                        r -> r.autoDeployment(a -> a.enabled(false)),
                        "SELF_MANAGED"),
                set(
                        "no auto-deployment with those of the organization",
                        r -> r.permissionModel(PermissionModels.SERVICE_MANAGED),
                        "AutoDeployment must be specified"),
                set(
                        "roles with those of the organization",
                        r -> r.permissionModel(PermissionModels.SERVICE_MANAGED)
                                .autoDeployment(a -> a.enabled(false))
                                .executionRoleName("x"),
                        "ExecutionRoleName"),
                set(
                        "retained stacks without auto-deployment",
                        r -> r.permissionModel(PermissionModels.SERVICE_MANAGED)
                                .autoDeployment(a -> a.enabled(false).retainStacksOnAccountRemoval(true)),
                        "RetainStacksOnAccountRemoval"),
                set("a token with an underscore", r -> r.clientRequestToken("a_b"), "'clientRequestToken'"),
                set(
                        "a delegated administrator who is none",
                        r -> r.callAs("DELEGATED_ADMIN"),
                        "not a delegated administrator"));
    }

    @ParameterizedTest
    @MethodSource("badSets")
    void aSetIsRefusedFor(Consumer<CreateStackSetRequest.Builder> change, String message) {
        var refused = refused(() -> fixture.client.createStackSet(
                r -> change.accept(r.stackSetName("other").templateBody(TEMPLATE))));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
        assertThat(refused.getMessage()).contains(message);
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(1);
    }

    static Stream<Arguments> badTargets() {
        return Stream.of(
                instances("no region", r -> r.regions(List.of()), "'regions'"),
                instances("no account", r -> r.accounts(List.of()), "Either Accounts or DeploymentTargets"),
                instances("an account of 11 digits", r -> r.accounts("11111111111"), "'accounts'"),
                instances("a region that does not exist", r -> r.regions("mars-1"), "mars-1"),
                instances("accounts twice", r -> r.deploymentTargets(t -> t.accounts(B)), "not both"),
                instances(
                        "a unit",
                        r -> r.accounts((List<String>) null)
                                .deploymentTargets(t -> t.organizationalUnitIds("ou-ab12-cdef3456")),
                        "can only have accounts"),
                instances(
                        "both tolerances",
                        r -> r.operationPreferences(
                                p -> p.failureToleranceCount(1).failureTolerancePercentage(1)),
                        "Only one of FailureToleranceCount"),
                instances(
                        "both concurrencies",
                        r -> r.operationPreferences(p -> p.maxConcurrentCount(1).maxConcurrentPercentage(1)),
                        "Only one of MaxConcurrentCount"),
                instances(
                        "a tolerance of 101 percent",
                        r -> r.operationPreferences(p -> p.failureTolerancePercentage(101)),
                        "less than or equal to 100"),
                instances(
                        "a negative tolerance",
                        r -> r.operationPreferences(p -> p.failureToleranceCount(-1)),
                        "greater than or equal to 0"),
                instances(
                        "no concurrency",
                        r -> r.operationPreferences(p -> p.maxConcurrentCount(0)),
                        "greater than or equal to 1"),
                instances(
                        "0 percent concurrency",
                        r -> r.operationPreferences(p -> p.maxConcurrentPercentage(0)),
                        "greater than or equal to 1"),
                instances(
                        "an order of other regions",
                        r -> r.operationPreferences(p -> p.regionOrder("us-east-1")),
                        "RegionOrder"),
                instances(
                        "an order with a region twice",
                        r -> r.operationPreferences(p -> p.regionOrder(EU, EU)),
                        "RegionOrder"),
                instances(
                        "an unknown override",
                        r -> r.parameterOverrides(value("X", "1")),
                        "Parameters: [X] do not exist in the template"),
                instances(
                        "an unknown override to keep",
                        r -> r.parameterOverrides(p -> p.parameterKey("X").usePreviousValue(true)),
                        "Parameters: [X] do not exist in the template"),
                instances("an operation id with a dot", r -> r.operationId("a.b"), "'operationId'"));
    }

    @ParameterizedTest
    @MethodSource("badTargets")
    void instancesAreRefusedFor(Consumer<CreateStackInstancesRequest.Builder> change, String message) {
        var refused =
                refused(() -> fixture.create(r -> change.accept(r.accounts(A).regions(EU))));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
        assertThat(refused.getMessage()).contains(message);
        assertThat(fixture.aws.operations()).isEmpty();
    }

    static Stream<Arguments> badUpdates() {
        return Stream.of(
                update("no template", r -> r.usePreviousTemplate(null), "Exactly one of"),
                update("two templates", r -> r.templateBody(TEMPLATE), "Exactly one of"),
                update("accounts without regions", r -> r.accounts(A), "'regions'"),
                update("regions without accounts", r -> r.regions(EU), "Either Accounts or DeploymentTargets"),
                update(
                        "a value of before that is not there",
                        r -> r.parameters(p -> p.parameterKey("X").usePreviousValue(true)),
                        "usePreviousValue"));
    }

    @ParameterizedTest
    @MethodSource("badUpdates")
    void anUpdateIsRefusedFor(Consumer<UpdateStackSetRequest.Builder> change, String message) {
        var refused = refused(() -> fixture.updateSet(r -> change.accept(r.usePreviousTemplate(true))));

        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
        assertThat(refused.getMessage()).contains(message);
    }

    @Test
    void onlyInstancesThatExistAreUpdated() {
        fixture.created(List.of(A), List.of(EU));

        assertThat(refusal(() -> fixture.updateSet(
                        r -> r.usePreviousTemplate(true).accounts(A, B).regions(EU))))
                .isEqualTo("404 StackInstanceNotFoundException");
        assertThat(refusal(() -> fixture.updateInstances(r -> r.accounts(B).regions(EU))))
                .isEqualTo("404 StackInstanceNotFoundException");
        assertThat(refusal(() -> fixture.instance(B, EU))).isEqualTo("404 StackInstanceNotFoundException");
        String id = fixture.delete(r -> r.accounts(A, B).regions(EU).retainStacks(false));
        assertThat(fixture.results(id)).isEqualTo(Map.of(A + "/" + EU, "PENDING"));
    }

    @Test
    void thePermissionModelIsKeptAsLongAsThereAreInstances() {
        fixture.created(List.of(A), List.of(EU));
        Consumer<UpdateStackSetRequest.Builder> change = r -> r.usePreviousTemplate(true)
                .permissionModel(PermissionModels.SERVICE_MANAGED)
                .autoDeployment(a -> a.enabled(false));

        assertThat(refusal(() -> fixture.updateSet(change))).isEqualTo("400 InvalidOperationException");
        fixture.delete(r -> r.accounts(A).regions(EU).retainStacks(false));
        fixture.later(60);
        fixture.updateSet(change);

        assertThat(set().permissionModel()).isEqualTo(PermissionModels.SERVICE_MANAGED);
    }

    @Test
    void rolesAndTransformsNeedTheirCapabilities() {
        String transform = "Transform: AWS::Serverless-2016-10-31\n" + TEMPLATE;

        assertThat(refused(() -> fixture.updateSet(r -> r.templateBody(ROLE))))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThat(refused(() -> fixture.updateSet(r -> r.templateBody(ROLE).capabilities(Capability.CAPABILITY_IAM))))
                .hasMessageContaining("CAPABILITY_NAMED_IAM");
        assertThat(refused(() -> fixture.updateSet(r -> r.templateBody(transform))))
                .hasMessageContaining("CAPABILITY_AUTO_EXPAND");
        fixture.updateSet(r -> r.templateBody(ROLE).capabilities(Capability.CAPABILITY_NAMED_IAM));

        assertThat(set().capabilities()).containsExactly(Capability.CAPABILITY_NAMED_IAM);
    }

    @Test
    void aSetIsDescribedWithAllItsParametersAndSecretsMasked() {
        String template = TEMPLATE.replace("Parameters:\n", "Parameters:\n  Secret: {Type: String, NoEcho: true}\n");
        fixture.client.createStackSet(r -> r.stackSetName("full")
                .description("One of each.")
                .templateBody(template)
                .parameters(value("Secret", "hush"))
                .tags(tags(2)));

        StackSet set =
                fixture.client.describeStackSet(r -> r.stackSetName("full")).stackSet();

        assertThat(set.parameters())
                .extracting(Parameter::parameterKey, Parameter::parameterValue)
                .containsExactly(tuple("Env", "test"), tuple("Secret", "****"));
        assertThat(set.templateBody()).isEqualTo(template);
        assertThat(set.description()).isEqualTo("One of each.");
        assertThat(set.tags()).hasSize(2);
        assertThat(set.administrationRoleARN())
                .isEqualTo("arn:aws:iam::999988887777:role/AWSCloudFormationStackSetAdministrationRole");
        assertThat(set.executionRoleName()).isEqualTo("AWSCloudFormationStackSetExecutionRole");
        assertThat(set.stackSetARN())
                .isEqualTo("arn:aws:cloudformation:eu-west-1:999988887777:stackset/" + set.stackSetId());
    }

    @Test
    void tagsAreKeptReplacedAndCleared() {
        fixture.updateSet(r -> r.usePreviousTemplate(true).tags(tags(2)));
        fixture.later(60);
        fixture.updateSet(r -> r.usePreviousTemplate(true));
        fixture.later(60);
        assertThat(set().tags()).hasSize(2);
        fixture.updateSet(r -> r.usePreviousTemplate(true).tags(tags(1)));
        fixture.later(60);
        assertThat(set().tags()).hasSize(1);
        fixture.updateSet(r -> r.usePreviousTemplate(true).tags(List.of()));
        assertThat(set().tags()).isEmpty();
    }

    @Test
    void aLargeTemplateComesFromAUrl() {
        fixture.aws
                .templates()
                .put("https://b.s3.amazonaws.com/t", padded(1_048_576).getBytes(StandardCharsets.UTF_8));
        fixture.aws
                .templates()
                .put("https://b.s3.amazonaws.com/u", padded(1_048_577).getBytes(StandardCharsets.UTF_8));

        fixture.updateSet(r -> r.templateURL("https://b.s3.amazonaws.com/t"));
        fixture.later(60);

        assertThat(set().templateBody()).hasSize(1_048_576);
        assertThat(refused(() -> fixture.updateSet(r -> r.templateURL("https://b.s3.amazonaws.com/u"))))
                .hasMessageContaining("1048576");
    }

    @Test
    void aSetBelongsToItsAccountAndRegion() {
        assertThat(fixture.client.listStackSets().summaries())
                .extracting(summary -> summary.stackSetName())
                .containsExactly(SET);
        fixture.client.deleteStackSet(r -> r.stackSetName(SET));
        assertThat(fixture.client.listStackSets(r -> r.status("ACTIVE")).summaries())
                .isEmpty();
        assertThat(fixture.client.listStackSets(r -> r.status("DELETED")).summaries())
                .hasSize(1);
        assertThat(refused(() -> fixture.client.deleteStackSet(r -> r.stackSetName(SET))))
                .isInstanceOf(StackSetNotFoundException.class);
        fixture.createSet();
        assertThat(set().stackSetId()).startsWith(SET + ":");
    }

    @Test
    void aSetWithInstancesIsNotDeleted() {
        fixture.create(List.of(A), List.of(EU));
        assertThat(refusal(() -> fixture.client.deleteStackSet(r -> r.stackSetName(SET))))
                .isEqualTo("409 OperationInProgressException");
        fixture.later(60);
        assertThat(refusal(() -> fixture.client.deleteStackSet(r -> r.stackSetName(SET))))
                .isEqualTo("409 StackSetNotEmptyException");
    }

    @Test
    void aTemplateIsSummarised() {
        GetTemplateSummaryResponse summary = fixture.client.getTemplateSummary(r -> r.stackSetName(SET));

        assertThat(summary.resourceTypes()).containsExactly("AWS::SQS::Queue");
        assertThat(summary.parameters()).singleElement().satisfies(p -> {
            assertThat(p.parameterKey()).isEqualTo("Env");
            assertThat(p.parameterType()).isEqualTo("String");
            assertThat(p.defaultValue()).isEqualTo("test");
        });
        assertThat(fixture.client.validateTemplate(r -> r.templateBody(ROLE)).capabilities())
                .containsExactly(Capability.CAPABILITY_NAMED_IAM);
        assertThat(refused(() -> fixture.client.validateTemplate(r -> r.templateBody("Resources: ["))))
                .hasMessageContaining("Template format error: YAML not well-formed.");
    }

    private StackSet set() {
        return fixture.client.describeStackSet(r -> r.stackSetName(SET)).stackSet();
    }

    private static String padded(int bytes) {
        String head = TEMPLATE + "# ";
        return head + "x".repeat(bytes - head.length());
    }

    private static Parameter value(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                .toList();
    }

    private static Arguments set(String what, Consumer<CreateStackSetRequest.Builder> change, String message) {
        return Arguments.of(Named.of(what, change), message);
    }

    private static Arguments instances(
            String what, Consumer<CreateStackInstancesRequest.Builder> change, String message) {
        return Arguments.of(Named.of(what, change), message);
    }

    private static Arguments update(String what, Consumer<UpdateStackSetRequest.Builder> change, String message) {
        return Arguments.of(Named.of(what, change), message);
    }
}
