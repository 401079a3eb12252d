package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.cloudformation.AccountFilter;
import io.jenkins.plugins.stackdeploy.cloudformation.AutoDeployment;
import io.jenkins.plugins.stackdeploy.cloudformation.CallAs;
import io.jenkins.plugins.stackdeploy.cloudformation.ConcurrencyMode;
import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import io.jenkins.plugins.stackdeploy.cloudformation.PermissionModel;
import io.jenkins.plugins.stackdeploy.cloudformation.RegionConcurrency;
import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetParameter;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetRequest;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every argument of the steps on stack sets, in every form, against what is asked for in the end. */
class StackSetArgumentsTest {
    private static final List<String> TWO_UNITS =
            List.of("ou-examplerootid111-exampleouid111", "ou-examplerootid222-exampleouid222");

    @TempDir
    static Path folder;

    private static StackSetReader reader;

    @BeforeAll
    static void start() throws Exception {
        reader = new StackSetReader(folder);
        reader.file("accounts.txt", "[ \"111111222222\",\"333333444444\" ]");
        reader.file("OU-IDs.txt", "[ \"" + String.join("\",\"", TWO_UNITS) + "\" ]");
        reader.file(
                "parameters.txt",
                "[ { \"ParameterKey\": \"Name\", \"ParameterValue\": \"true\" }, { \"ParameterKey\": \"Name\","
                        + " \"ParameterValue\": \"true\" } ]");
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    private static Arguments row(
            String name, Map<String, ?> given, Function<StackSetDeployRequest, ?> read, Object expected) {
        return Arguments.of(name, given, read, expected);
    }

    private static Map<String, Object> placed(Object targets) {
        return Map.of("deploymentTargets", targets, "regions", "us-west-2,us-east-1");
    }

    private static StackSetParameter value(String key, String value) {
        return new StackSetParameter(key, value, false, false);
    }

    static Stream<Arguments> deploy() {
        return Stream.of(
                row(
                        "StackSetName",
                        Map.of("stackSetName", "my-stackset"),
                        StackSetRequest::stackSetName,
                        "my-stackset"),
                row("Description", Map.of("description", "For all"), StackSetDeployRequest::description, "For all"),
                row("Description absent", Map.of(), StackSetDeployRequest::description, null),
                row(
                        "TemplatePath",
                        Map.of("template", "SourceArtifact::main.yaml"),
                        request -> request.template().body(),
                        StackSetReader.TEMPLATE),
                row("template file", Map.of(), request -> request.template().name(), "main.yaml"),
                row(
                        "template body",
                        Map.of("templateBody", StackSetReader.TEMPLATE),
                        request -> request.template().body(),
                        StackSetReader.TEMPLATE),
                row(
                        "template URL",
                        Map.of("templateUrl", "https://s3.amazonaws.com/b/t.yaml"),
                        request -> request.template().url(),
                        "https://s3.amazonaws.com/b/t.yaml"),
                row(
                        "template bucket",
                        Map.of("templateBucket", "my-bucket/prefix"),
                        request -> request.template().bucket(),
                        "my-bucket/prefix"),
                row(
                        "Parameters as shorthand",
                        Map.of("parameters", "ParameterKey=Name,ParameterValue=my-bucket"),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "my-bucket"))),
                row(
                        "Parameters as several entries of shorthand",
                        Map.of(
                                "parameters",
                                "ParameterKey=Name,ParameterValue=true ParameterKey=Password,UsePreviousValue=true"),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "true"), new StackSetParameter("Password", null, false, true))),
                row(
                        "Parameters as a file of an artifact",
                        Map.of("parameters", "SourceArtifact::parameters.txt"),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "true"))),
                row(
                        "parameters file",
                        Map.of("parametersFile", "parameters.txt"),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "true"))),
                row(
                        "parameters as a map",
                        Map.of("parameters", Map.of("Name", List.of("a", "b"))),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "[\"a\",\"b\"]"))),
                row(
                        "parameters as lines",
                        Map.of("parametersText", "Name=a=b\n"),
                        StackSetDeployRequest::parameters,
                        List.of(value("Name", "a=b"))),
                row(
                        "secret parameters",
                        Map.of("secretParameters", Map.of("Password", "db-password")),
                        StackSetDeployRequest::parameters,
                        List.of(new StackSetParameter("Password", null, true, false))),
                row(
                        "Capabilities",
                        Map.of("capabilities", "CAPABILITY_IAM,CAPABILITY_NAMED_IAM"),
                        StackSetDeployRequest::capabilities,
                        List.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")),
                row(
                        "capabilities as a list",
                        Map.of("capabilities", List.of("CAPABILITY_AUTO_EXPAND")),
                        StackSetDeployRequest::capabilities,
                        List.of("CAPABILITY_AUTO_EXPAND")),
                row(
                        "PermissionModel",
                        Map.of("permissionModel", "SERVICE_MANAGED"),
                        StackSetDeployRequest::permissionModel,
                        PermissionModel.SERVICE_MANAGED),
                row("PermissionModel absent", Map.of(), StackSetDeployRequest::permissionModel, null),
                row(
                        "AdministrationRoleArn",
                        Map.of("administrationRoleArn", "arn:aws:iam::111111222222:role/admin"),
                        StackSetDeployRequest::administrationRoleArn,
                        "arn:aws:iam::111111222222:role/admin"),
                row(
                        "ExecutionRoleName",
                        Map.of("executionRoleName", "Exec_+=,.@-1"),
                        StackSetDeployRequest::executionRoleName,
                        "Exec_+=,.@-1"),
                row(
                        "OrganizationsAutoDeployment Disabled",
                        Map.of("organizationsAutoDeployment", "Disabled"),
                        StackSetDeployRequest::autoDeployment,
                        AutoDeployment.DISABLED),
                row(
                        "OrganizationsAutoDeployment Enabled",
                        Map.of("organizationsAutoDeployment", "Enabled"),
                        StackSetDeployRequest::autoDeployment,
                        AutoDeployment.ENABLED),
                row(
                        "OrganizationsAutoDeployment EnabledWithStackRetention",
                        Map.of("organizationsAutoDeployment", "EnabledWithStackRetention"),
                        StackSetDeployRequest::autoDeployment,
                        AutoDeployment.ENABLED_WITH_STACK_RETENTION),
                row("OrganizationsAutoDeployment absent", Map.of(), StackSetDeployRequest::autoDeployment, null),
                row("no DeploymentTargets", Map.of(), StackSetDeployRequest::targets, null),
                row(
                        "Regions in the order entered",
                        placed("111111222222"),
                        StackSetDeployRequest::regions,
                        List.of("us-west-2", "us-east-1")),
                row(
                        "regions as lines",
                        Map.of("deploymentTargets", "111111222222", "regionsText", " us-west-2 \nus-east-1\n"),
                        StackSetDeployRequest::regions,
                        List.of("us-west-2", "us-east-1")),
                row("tags left alone", Map.of(), StackSetDeployRequest::tags, null),
                row("tags cleared", Map.of("tags", Map.of()), StackSetDeployRequest::tags, Map.of()),
                row("tags", Map.of("tags", Map.of("Team", "web")), StackSetDeployRequest::tags, Map.of("Team", "web")),
                row(
                        "managed execution",
                        Map.of("managedExecution", false),
                        StackSetDeployRequest::managedExecution,
                        false),
                row(
                        "managed execution as text",
                        Map.of("managedExecution", "true"),
                        StackSetDeployRequest::managedExecution,
                        true),
                row("managed execution left alone", Map.of(), StackSetDeployRequest::managedExecution, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deploy")
    void stackSetDeployTakes(
            String name, Map<String, ?> given, Function<StackSetDeployRequest, Object> read, Object expected)
            throws Exception {
        assertThat(read.apply(reader.deploy(given))).isEqualTo(expected);
    }

    static Stream<Arguments> targets() {
        DeploymentTargets accounts = new DeploymentTargets(List.of("111111222222", "333333444444"), null, null);
        DeploymentTargets units = new DeploymentTargets(null, TWO_UNITS, null);
        DeploymentTargets both =
                new DeploymentTargets(List.of("111111222222"), List.of("ou-1111-1example"), AccountFilter.INTERSECTION);
        return Stream.of(
                Arguments.of(Map.of("deploymentTargets", "111111222222,333333444444"), accounts),
                Arguments.of(Map.of("deploymentTargets", List.of("111111222222", "333333444444")), accounts),
                Arguments.of(Map.of("deploymentTargets", List.of(111111222222L, 333333444444L)), accounts),
                Arguments.of(Map.of("deploymentTargetsText", "111111222222\n 333333444444\n"), accounts),
                Arguments.of(Map.of("deploymentTargets", "accounts.txt"), accounts),
                Arguments.of(Map.of("deploymentTargets", "SourceArtifact::accounts.txt"), accounts),
                Arguments.of(Map.of("accounts", "SourceArtifact::accounts.txt"), accounts),
                Arguments.of(Map.of("deploymentTargets", Map.of("accounts", "accounts.txt")), accounts),
                Arguments.of(
                        Map.of("deploymentTargets", Map.of("Accounts", List.of("111111222222", "333333444444"))),
                        accounts),
                Arguments.of(Map.of("deploymentTargets", String.join(",", TWO_UNITS)), units),
                Arguments.of(Map.of("deploymentTargets", "SourceArtifact::OU-IDs.txt"), units),
                Arguments.of(Map.of("organizationalUnitIds", TWO_UNITS), units),
                Arguments.of(
                        Map.of("deploymentTargets", Map.of("organizationalUnitIds", "SourceArtifact::OU-IDs.txt")),
                        units),
                Arguments.of(
                        Map.of("deploymentTargets", List.of("r-abcd")),
                        new DeploymentTargets(null, List.of("r-abcd"), null)),
                Arguments.of(
                        Map.of(
                                "deploymentTargets",
                                Map.of(
                                        "accounts", "111111222222",
                                        "organizationalUnitIds", List.of("ou-1111-1example"),
                                        "accountFilterType", "INTERSECTION")),
                        both),
                Arguments.of(
                        Map.of(
                                "accounts", List.of("111111222222"),
                                "organizationalUnitIds", "ou-1111-1example",
                                "accountFilterType", "intersection"),
                        both));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void targetsAreTakenInEveryForm(Map<String, Object> given, DeploymentTargets expected) throws Exception {
        Map<String, Object> arguments = new HashMap<>(given);
        arguments.put("regions", List.of("us-east-1"));
        assertThat(reader.deploy(arguments).targets()).isEqualTo(expected);
        arguments.putIfAbsent("deploymentTargets", StackSetReader.ABSENT);
        assertThat(reader.instances(arguments).targets()).isEqualTo(expected);
    }

    private static Arguments common(
            String name, Map<String, ?> given, Function<StackSetRequest, ?> read, Object expected) {
        return Arguments.of(name, given, read, expected);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                common(
                        "FailureTolerancePercentage",
                        Map.of("failureTolerancePercentage", "20"),
                        request -> request.operations().preferences().failureTolerancePercentage(),
                        20),
                common(
                        "MaxConcurrentPercentage",
                        Map.of("maxConcurrentPercentage", "25"),
                        request -> request.operations().preferences().maxConcurrentPercentage(),
                        25),
                common(
                        "failure tolerance count",
                        Map.of("failureToleranceCount", 0),
                        request -> request.operations().preferences().failureToleranceCount(),
                        0),
                common(
                        "concurrent count",
                        Map.of("maxConcurrentCount", 3),
                        request -> request.operations().preferences().maxConcurrentCount(),
                        3),
                common(
                        "RegionConcurrencyType",
                        Map.of("regionConcurrencyType", "PARALLEL"),
                        request -> request.operations().preferences().regionConcurrency(),
                        RegionConcurrency.PARALLEL),
                common(
                        "ConcurrencyMode",
                        Map.of("concurrencyMode", "SOFT_FAILURE_TOLERANCE"),
                        request -> request.operations().preferences().concurrencyMode(),
                        ConcurrencyMode.SOFT_FAILURE_TOLERANCE),
                common(
                        "ConcurrencyMode that is the default",
                        Map.of("concurrencyMode", "STRICT_FAILURE_TOLERANCE"),
                        request -> request.operations().preferences().concurrencyMode(),
                        null),
                common(
                        "region order",
                        Map.of("regionOrder", "us-east-1"),
                        request -> request.operations().preferences().regionOrder(),
                        List.of("us-east-1")),
                common(
                        "CallAs",
                        Map.of("callAs", "DELEGATED_ADMIN"),
                        request -> request.operations().callAs(),
                        CallAs.DELEGATED_ADMIN),
                common(
                        "CallAs that is the default",
                        Map.of("callAs", "SELF"),
                        request -> request.operations().callAs(),
                        null),
                common(
                        "batch by region",
                        Map.of("batchRegions", true),
                        request -> request.operations().batchRegions(),
                        true),
                common(
                        "wait for others",
                        Map.of(),
                        request -> request.operations().waitForOthers(),
                        true),
                common(
                        "refuse beside others",
                        Map.of("waitForOthers", "false"),
                        request -> request.operations().waitForOthers(),
                        false),
                common(
                        "instance failures fail",
                        Map.of(),
                        request -> request.operations().tolerateFailures(),
                        false),
                common(
                        "instance failures tolerated",
                        Map.of("instanceFailures", "tolerate"),
                        request -> request.operations().tolerateFailures(),
                        true),
                common(
                        "role in target accounts",
                        Map.of("memberRoleName", "reader"),
                        request -> request.operations().memberRoleName(),
                        "reader"),
                common(
                        "events",
                        Map.of("events", "all"),
                        request -> request.operations().events(),
                        EventDetail.ALL),
                common(
                        "do not wait",
                        Map.of("wait", false),
                        request -> request.operations().waitForEnd(),
                        false),
                common(
                        "watch for a day",
                        Map.of(),
                        request -> request.operations().watchMinutes(),
                        1440),
                common(
                        "watch for so long",
                        Map.of("watchTimeoutInMinutes", "90"),
                        request -> request.operations().watchMinutes(),
                        90));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyStepTakesHowOperationsAreToGo(
            String name, Map<String, ?> given, Function<StackSetRequest, Object> read, Object expected)
            throws Exception {
        assertThat(read.apply(reader.deploy(given))).isEqualTo(expected);
        assertThat(read.apply(reader.instances(given))).isEqualTo(expected);
        assertThat(read.apply(reader.delete(given))).isEqualTo(expected);
    }

    static Stream<Arguments> overrides() {
        StackSetParameter kept = new StackSetParameter("B", null, false, true);
        return Stream.of(
                Arguments.of("all kept", Map.of(), null),
                Arguments.of("one set", Map.of("parameterOverrides", Map.of("A", 1)), List.of(value("A", "1"))),
                Arguments.of(
                        "ParameterOverrides as shorthand",
                        Map.of(
                                "parameterOverrides",
                                "ParameterKey=A,ParameterValue=x ParameterKey=B,UsePreviousValue=true"),
                        List.of(value("A", "x"), kept)),
                Arguments.of(
                        "ParameterOverrides as a file of an artifact",
                        Map.of("parameterOverrides", "SourceArtifact::parameters.txt"),
                        List.of(value("Name", "true"))),
                Arguments.of(
                        "file of overrides",
                        Map.of("parameterOverridesFile", "parameters.txt"),
                        List.of(value("Name", "true"))),
                Arguments.of(
                        "set and kept",
                        Map.of("parameterOverrides", Map.of("A", "x"), "keepOverrides", "B"),
                        List.of(value("A", "x"), kept)),
                Arguments.of("only kept", Map.of("keepOverrides", List.of("B")), List.of(kept)),
                Arguments.of("one reset by its key alone", Map.of("parameterOverrides", "ParameterKey=A"), List.of()),
                Arguments.of("all reset", Map.of("resetOverrides", true), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overrides")
    void overridesAreSetKeptAndReset(String name, Map<String, ?> given, List<StackSetParameter> expected)
            throws Exception {
        assertThat(reader.instances(given))
                .extracting(StackInstancesRequest::parameterOverrides)
                .isEqualTo(expected);
    }

    @Test
    void stacksAreKeptOnlyWhenAskedFor() throws Exception {
        assertThat(reader.delete(Map.of()).retainStacks()).isFalse();
        assertThat(reader.delete(Map.of("retainStacks", "true")).retainStacks()).isTrue();
    }

    @Test
    void newInstancesComeAfterTheUpdateUnlessToldOtherwise() throws Exception {
        assertThat(reader.deploy(placed("111111222222")).newInstancesFirst()).isFalse();
        Map<String, Object> first = new HashMap<>(placed("111111222222"));
        first.put("newInstancesFirst", true);
        assertThat(reader.deploy(first).newInstancesFirst()).isTrue();
    }

    @Test
    void secretsAreNamedAndNotHeld() throws Exception {
        StackSetJob job =
                reader.job(StackSetDeployStep.class, Map.of("secretParameters", Map.of("Password", "db-password")));

        assertThat(job.secretCredentials()).isEqualTo(Map.of("Password", "db-password"));
        assertThat(job.toString()).doesNotContain(AwsFixture.PASSWORD);
        assertThat(reader.log).noneMatch(line -> line.contains(AwsFixture.PASSWORD));
    }
}
