package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsRegions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What CloudFormation would refuse is refused before any call, with the rule. */
class StackSetRulesTest {
    private static final String UNIT = "ou-1111-1example";

    @TempDir
    static Path folder;

    private static StackSetReader reader;

    @BeforeAll
    static void start() throws Exception {
        reader = new StackSetReader(folder);
        reader.file("map.json", "{\"Accounts\": [\"111111222222\"]}");
        reader.file("numbers.json", "[111111222222]");
        reader.file("broken.json", "[\"111111222222\"");
        reader.file("empty.json", "[]");
        reader.file("mixed.json", "[\"111111222222\", \"" + UNIT + "\"]");
        reader.file("iam.yaml", "Resources:\n  Role: {Type: 'AWS::IAM::Role', Properties: {RoleName: deployer}}\n");
        reader.file("ros.yaml", "ROSTemplateFormatVersion: '2015-09-01'\nResources: {V: {Type: 'ALIYUN::ECS::VPC'}}\n");
        reader.file("large.yaml", StackSetReader.TEMPLATE + "# " + "x".repeat(60_000));
        reader.file("huge.yaml", StackSetReader.TEMPLATE + "# " + "x".repeat(1_100_000));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    private static Map<String, Object> at(Map<String, ?> targets, Object... more) {
        Map<String, Object> arguments = new HashMap<>(targets);
        arguments.put("regions", "us-east-1");
        for (int i = 0; i < more.length; i += 2) {
            arguments.put((String) more[i], more[i + 1]);
        }
        return arguments;
    }

    private static Map<String, Object> accounts(Object... more) {
        return at(Map.of("deploymentTargets", "111111222222"), more);
    }

    private static Map<String, Object> units(Object... more) {
        return at(Map.of("deploymentTargets", UNIT), more);
    }

    private static Arguments row(Map<String, ?> arguments, String rule) {
        return Arguments.of(arguments, rule);
    }

    static Stream<Arguments> deploy() {
        return Stream.of(
                row(Map.of("stackSetName", "1web"), "stackSetName: \"1web\" is not a name CloudFormation takes"),
                row(Map.of("stackSetName", "web_1"), "letters, digits and hyphens"),
                row(Map.of("stackSetName", "w".repeat(129)), "stackSetName has 129 characters; at most 128"),
                row(Map.of("stackSetName", " "), "Give the stack set's name with stackSetName."),
                row(Map.of("template", StackSetReader.ABSENT), "Give the template: template (a file of the workspace)"),
                row(
                        Map.of("template", "main.yaml", "templateUrl", "https://b.s3.amazonaws.com/t"),
                        "Give only one of template, templateBody and templateUrl."),
                row(Map.of("templateUrl", "http://b.s3.amazonaws.com/t"), "templateUrl: give the https URL"),
                row(Map.of("templateUrl", "https://b.s3-website-us-east-1.amazonaws.com/t"), "not of a static website"),
                row(Map.of("templateUrl", "https://b/" + "x".repeat(5_111)), "at most 5,120 characters"),
                row(
                        Map.of("templateUrl", "https://b.s3.amazonaws.com/t", "templateBucket", "bucket"),
                        "templateBucket goes with template and templateBody only"),
                row(Map.of("templateBucket", "My_Bucket"), "templateBucket: \"My_Bucket\" is neither"),
                row(Map.of("template", "large.yaml"), "Template large.yaml has 60"),
                row(Map.of("template", "huge.yaml"), "at most 1048576 are allowed"),
                row(Map.of("template", "ros.yaml"), "Template ros.yaml is one of ROS"),
                row(Map.of("template", "nowhere.yaml"), "There is no file \"nowhere.yaml\""),
                row(Map.of("template", "SourceArtifact::../outside.yaml"), "leads out of the workspace"),
                row(Map.of("parameters", Map.of("Nmae", "x")), "Nmae"),
                row(Map.of("parameters", "ParameterKey=Name,ParameterValue=x,UsePreviousValue=true"), "Name"),
                row(Map.of("description", "d".repeat(1_025)), "description has 1025 characters; at most 1024"),
                row(Map.of("capabilities", "CAPABILITY_ALL"), "capabilities: \"CAPABILITY_ALL\" is not one of"),
                row(Map.of("tags", tags(51)), "tags: 51 are given; at most 50"),
                row(Map.of("tags", Map.of("aws:cost", "x")), "tags: \"aws:cost\" is not a key CloudFormation takes"),
                row(Map.of("tags", Map.of("k", "v".repeat(257))), "the value of \"k\" is longer than 256"),
                row(Map.of("permissionModel", "MANAGED"), "not one of SELF_MANAGED, SERVICE_MANAGED"),
                row(
                        Map.of("administrationRoleArn", "admin"),
                        "administrationRoleArn: \"admin\" is not the ARN of a role"),
                row(Map.of("executionRoleName", "a/b"), "executionRoleName: \"a/b\" is not the name of a role"),
                row(Map.of("executionRoleName", "r".repeat(65)), "1 to 64 letters"),
                row(
                        Map.of("permissionModel", "SERVICE_MANAGED", "executionRoleName", "exec"),
                        "executionRoleName goes with permissionModel SELF_MANAGED only"),
                row(
                        Map.of(
                                "permissionModel", "SERVICE_MANAGED",
                                "administrationRoleArn", "arn:aws:iam::111111222222:role/admin"),
                        "administrationRoleArn goes with permissionModel SELF_MANAGED only"),
                row(
                        Map.of("permissionModel", "SELF_MANAGED", "organizationsAutoDeployment", "Enabled"),
                        "organizationsAutoDeployment goes with permissionModel SERVICE_MANAGED only"),
                row(
                        Map.of("permissionModel", "SELF_MANAGED", "callAs", "DELEGATED_ADMIN"),
                        "callAs DELEGATED_ADMIN goes with permissionModel SERVICE_MANAGED only"),
                row(
                        Map.of("organizationsAutoDeployment", "On"),
                        "not one of DISABLED, ENABLED, ENABLED_WITH_STACK_RETENTION"),
                row(
                        units("organizationsAutoDeployment", "Enabled"),
                        "organizationsAutoDeployment excludes deployment targets and regions"),
                row(accounts("permissionModel", "SERVICE_MANAGED"), "the targets must have organizational units"),
                row(
                        units("permissionModel", "SELF_MANAGED"),
                        "the targets are accounts: leave out the organizational units"),
                row(Map.of("deploymentTargets", "111111222222"), "Give the regions of the instances with regions."),
                row(Map.of("regions", "us-east-1"), "regions goes with deployment targets only"),
                row(Map.of("newInstancesFirst", true), "newInstancesFirst goes with deployment targets only"),
                row(Map.of("managedExecution", "perhaps"), "perhaps"));
    }

    private static Map<String, String> tags(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("deploy")
    void stackSetDeployRefuses(Map<String, ?> arguments, String rule) {
        assertThat(reader.refusal(StackSetDeployStep.class, arguments)).contains(rule);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                row(
                        Map.of("deploymentTargets", "11111122222"),
                        "deploymentTargets: \"11111122222\" is neither an account"),
                row(Map.of("deploymentTargets", "everyone"), "\"everyone\" is neither an account (12 digits) nor"),
                row(Map.of("deploymentTargets", List.of("111111222222", "ou-")), "\"ou-\" is neither"),
                row(Map.of("deploymentTargets", List.of("accounts.txt")), "\"accounts.txt\" is neither"),
                row(
                        Map.of("deploymentTargets", "111111222222," + UNIT),
                        "\"111111222222\" is an account and \"" + UNIT),
                row(Map.of("deploymentTargets", "mixed.json"), "an organizational unit. Next: give them apart"),
                row(Map.of("deploymentTargets", "nowhere.json"), "There is no file \"nowhere.json\""),
                row(
                        Map.of("deploymentTargets", "SourceArtifact::map.json"),
                        "\"map.json\" must hold a JSON list of texts"),
                row(Map.of("deploymentTargets", "numbers.json"), "must hold a JSON list of texts"),
                row(Map.of("deploymentTargets", "broken.json"), "must hold a JSON list of texts"),
                row(Map.of("deploymentTargets", "empty.json"), "deploymentTargets is empty"),
                row(Map.of("deploymentTargets", ""), "deploymentTargets is empty. Targets are never assumed"),
                row(Map.of("deploymentTargets", " , "), "deploymentTargets is empty"),
                row(Map.of("deploymentTargets", List.of()), "deploymentTargets is empty"),
                row(Map.of("deploymentTargets", Map.of()), "deploymentTargets is empty"),
                row(Map.of("deploymentTargets", Map.of("accounts", List.of())), "accounts is empty"),
                row(Map.of("deploymentTargets", Map.of("account", "x")), "no argument \"account\""),
                row(Map.of("deploymentTargetsText", " "), "deploymentTargets is empty"),
                row(
                        Map.of("deploymentTargets", "111111222222,111111222222"),
                        "\"111111222222\" is there more than once"),
                row(Map.of("accounts", UNIT), "accounts: \"" + UNIT + "\" is not the id of an account"),
                row(
                        Map.of("organizationalUnitIds", "111111222222"),
                        "\"111111222222\" is not the id of an organizational unit"),
                row(
                        Map.of("deploymentTargets", "111111222222", "accounts", "111111222222"),
                        "Give the targets either with deploymentTargets, or with accounts"),
                row(Map.of("accounts", "111111222222", "organizationalUnitIds", UNIT), "say with accountFilterType"),
                row(
                        Map.of("accounts", "111111222222", "accountFilterType", "NONE"),
                        "goes with organizational units only"),
                row(
                        Map.of("organizationalUnitIds", UNIT, "accountFilterType", "INTERSECTION"),
                        "accountFilterType INTERSECTION and DIFFERENCE need accounts"),
                row(
                        Map.of("accounts", "111111222222", "organizationalUnitIds", UNIT, "accountFilterType", "NONE"),
                        "accountFilterType NONE takes organizational units alone"),
                row(
                        Map.of("accounts", "111111222222", "organizationalUnitIds", UNIT, "accountFilterType", "UNION"),
                        "accountFilterType UNION cannot be used"),
                row(
                        Map.of("organizationalUnitIds", UNIT, "accountFilterType", "ALL"),
                        "not one of NONE, INTERSECTION, DIFFERENCE, UNION"),
                row(Map.of("organizationalUnitIds", manyUnits(51)), "organizationalUnitIds: 51 are given; at most 50"),
                row(
                        Map.of("deploymentTargets", UNIT, "regions", "us-east"),
                        "regions: \"us-east\" is not the id of a region"),
                row(
                        Map.of("deploymentTargets", UNIT, "regions", "us-east-1, us-east-1"),
                        "regions: \"us-east-1\" is there more than once"),
                row(Map.of("deploymentTargets", UNIT, "regions", List.of()), "regions is empty"),
                row(
                        Map.of("deploymentTargets", UNIT, "regionOrder", "eu-west-1"),
                        "regionOrder: \"eu-west-1\" is not among"));
    }

    private static List<String> manyUnits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("ou-1111-%08d", i))
                .toList();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("targets")
    void targetsAreNeverGuessed(Map<String, Object> given, String rule) {
        Map<String, Object> arguments = new HashMap<>(given);
        arguments.putIfAbsent("regions", List.of("us-east-1"));
        assertThat(reader.refusal(StackSetDeployStep.class, arguments)).contains(rule);
        if (!given.containsKey("deploymentTargets")) {
            arguments.put("deploymentTargets", StackSetReader.ABSENT);
        }
        assertThat(reader.refusal(StackInstancesStep.class, arguments)).contains(rule);
    }

    @Test
    void variableThatIsNotSetIsNoTarget() {
        Map<String, Object> unset = new HashMap<>();
        unset.put("deploymentTargets", null);
        assertThat(reader.refusal(StackSetDeployStep.class, unset)).contains("deploymentTargets is empty");
    }

    static Stream<Arguments> instances() {
        return Stream.of(
                row(Map.of("deploymentTargets", StackSetReader.ABSENT), "Give the targets with deploymentTargets"),
                row(Map.of("regions", StackSetReader.ABSENT), "Give the regions of the instances with regions."),
                row(
                        Map.of("parameterOverrides", Map.of("A", "x"), "keepOverrides", List.of("A")),
                        "Parameter \"A\" is both overridden and in keepOverrides"),
                row(
                        Map.of("parameterOverrides", Map.of("A", "x"), "resetOverrides", true),
                        "Give either resetOverrides: true, or overrides to set or keep"),
                row(Map.of("keepOverrides", "A", "resetOverrides", true), "Give either resetOverrides: true"),
                row(Map.of("keepOverrides", "A,A"), "keepOverrides: \"A\" is there more than once"),
                row(Map.of("parameterOverridesFile", "nowhere.txt"), "There is no file \"nowhere.txt\""),
                row(Map.of("parameterOverrides", "nothing"), "not of the form KEY=VALUE"),
                row(Map.of("template", "main.yaml"), "stackInstances has no argument \"template\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("instances")
    void stackInstancesRefuses(Map<String, ?> arguments, String rule) {
        assertThat(reader.refusal(StackInstancesStep.class, arguments)).contains(rule);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                row(
                        Map.of("failureToleranceCount", 1, "failureTolerancePercentage", 1),
                        "Give either failureToleranceCount or failureTolerancePercentage, not both."),
                row(
                        Map.of("maxConcurrentCount", 1, "maxConcurrentPercentage", 1),
                        "Give either maxConcurrentCount or maxConcurrentPercentage, not both."),
                row(Map.of("failureToleranceCount", -1), "failureToleranceCount: -1 is out of range"),
                row(
                        Map.of("failureTolerancePercentage", 101),
                        "failureTolerancePercentage: 101 is out of range; 0 to 100"),
                row(Map.of("maxConcurrentCount", 0), "maxConcurrentCount: 0 is out of range"),
                row(Map.of("maxConcurrentPercentage", "0"), "maxConcurrentPercentage: 0 is out of range; 1 to 100"),
                row(Map.of("regionConcurrencyType", "BOTH"), "not one of SEQUENTIAL, PARALLEL"),
                row(Map.of("concurrencyMode", "HARD"), "not one of STRICT_FAILURE_TOLERANCE, SOFT_FAILURE_TOLERANCE"),
                row(Map.of("regionOrder", "us-east-1,us-east-1"), "regionOrder: \"us-east-1\" is there more than once"),
                row(Map.of("callAs", "ROOT"), "callAs: \"ROOT\" is not one of SELF, DELEGATED_ADMIN"),
                row(
                        Map.of("memberRoleName", "arn:aws:iam::1:role/x"),
                        "memberRoleName: \"arn:aws:iam::1:role/x\" is not"),
                row(Map.of("instanceFailures", "ignore"), "instanceFailures: \"ignore\" is not one of fail, tolerate"),
                row(Map.of("events", "some"), "events: \"some\" is not one of"),
                row(Map.of("onFailure", "panic"), "onFailure: \"panic\" is not one of fail, unstable, ignore"),
                row(Map.of("onAbort", "stop"), "onAbort: \"stop\" is not one of leave, cancel"),
                row(Map.of("watchTimeoutInMinutes", 0), "watchTimeoutInMinutes: 0 is out of range"),
                row(Map.of("failureTolerancePercent", 1), "do you mean \"failureTolerancePercentage\"?"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("operations")
    void everyStepRefuses(Map<String, ?> arguments, String rule) {
        assertThat(reader.refusal(StackSetDeployStep.class, arguments)).contains(rule);
        assertThat(reader.refusal(StackInstancesStep.class, arguments)).contains(rule);
        assertThat(reader.refusal(StackSetDeleteStep.class, arguments)).contains(rule);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(reader.refusal(
                        StackSetDeployStep.class,
                        accounts(
                                "stackSetName", "1",
                                "template", "nowhere.yaml",
                                "capabilities", "ALL",
                                "failureTolerancePercentage", 200,
                                "permissionModel", "SERVICE_MANAGED",
                                "onFailure", "panic")))
                .startsWith("stackSetDeploy: 6 things are wrong, and nothing was done:")
                .contains("stackSetName", "nowhere.yaml", "\"ALL\"", "200", "organizational units", "panic");
    }

    @Test
    void templateTooLargeForARequestGoesThroughABucket() throws Exception {
        assertThat(reader.deploy(Map.of("template", "large.yaml", "templateBucket", "bucket"))
                        .template()
                        .bucket())
                .isEqualTo("bucket");
    }

    @Test
    void capabilitiesThatTheTemplateNeedsAreNamed() throws Exception {
        reader.log.clear();
        reader.deploy(Map.of("template", "iam.yaml"));
        assertThat(reader.log)
                .anyMatch(line -> line.contains("CAPABILITY_NAMED_IAM") && line.contains("Role (AWS::IAM::Role)"));

        reader.log.clear();
        reader.deploy(Map.of("template", "iam.yaml", "capabilities", "CAPABILITY_NAMED_IAM"));
        assertThat(reader.log).noneMatch(line -> line.contains("CAPABILITY"));
    }

    @Test
    void everyRegionThatFormsOfferIsTaken() throws Exception {
        List<String> offered = AwsRegions.known();

        StackInstancesRequest asked = reader.instances(Map.of("regions", offered, "regionOrder", offered));

        assertThat(asked.regions()).isEqualTo(offered);
        assertThat(asked.operations().preferences().regionOrder()).isEqualTo(offered);
    }

    static Stream<Arguments> strict() {
        return Stream.of(
                Arguments.of(Map.of("maxConcurrentCount", 10), "which is 1 here"),
                Arguments.of(Map.of("maxConcurrentCount", 10, "failureToleranceCount", 4), "which is 5 here"),
                Arguments.of(Map.of("maxConcurrentPercentage", 50), "which is 1 here"),
                Arguments.of(Map.of("maxConcurrentCount", 5, "failureToleranceCount", 4), null),
                Arguments.of(
                        Map.of("maxConcurrentPercentage", 50, "failureTolerancePercentage", 10),
                        "10 % of the accounts"),
                Arguments.of(Map.of("maxConcurrentCount", 5, "failureTolerancePercentage", 10), "10 % of the accounts"),
                Arguments.of(Map.of("maxConcurrentPercentage", 50, "failureTolerancePercentage", 0), "which is 1 here"),
                Arguments.of(Map.of("maxConcurrentPercentage", 20, "failureTolerancePercentage", 20), null),
                Arguments.of(Map.of("maxConcurrentCount", 1, "failureTolerancePercentage", 20), null),
                Arguments.of(Map.of("maxConcurrentCount", 5, "failureTolerancePercentage", 100), null),
                Arguments.of(Map.of("failureTolerancePercentage", 20), null),
                Arguments.of(
                        Map.of(
                                "maxConcurrentPercentage",
                                50,
                                "failureTolerancePercentage",
                                10,
                                "concurrencyMode",
                                "SOFT_FAILURE_TOLERANCE"),
                        null),
                Arguments.of(Map.of("maxConcurrentCount", 10, "concurrencyMode", "SOFT_FAILURE_TOLERANCE"), null),
                Arguments.of(Map.of(), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strict")
    void strictModesCapIsExplainedAndNotRefused(Map<String, ?> arguments, String note) throws Exception {
        reader.log.clear();
        reader.instances(arguments);
        List<String> notes =
                reader.log.stream().filter(line -> line.contains("strict mode")).toList();
        if (note == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).singleElement().asString().contains(note, "SOFT_FAILURE_TOLERANCE");
        }
    }
}
