package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.cloudformation.AutoDeployment;
import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import io.jenkins.plugins.stackdeploy.cloudformation.PermissionModel;
import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The page for those who come from CodePipeline, carried out: its tables turn the examples of CodePipeline's guide into steps. */
class CodePipelineMigrationTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\| `([A-Za-z]+)` \\|");

    /** Every parameter of CodePipeline's guide. */
    private static final Set<String> STACK_SET = Set.of(
            "StackSetName",
            "Description",
            "TemplatePath",
            "Parameters",
            "Capabilities",
            "PermissionModel",
            "AdministrationRoleArn",
            "ExecutionRoleName",
            "OrganizationsAutoDeployment",
            "DeploymentTargets",
            "Regions",
            "FailureTolerancePercentage",
            "MaxConcurrentPercentage",
            "RegionConcurrencyType",
            "ConcurrencyMode",
            "CallAs");

    private static final Set<String> INSTANCES = Set.of(
            "StackSetName",
            "DeploymentTargets",
            "Regions",
            "ParameterOverrides",
            "FailureTolerancePercentage",
            "MaxConcurrentPercentage",
            "RegionConcurrencyType",
            "ConcurrencyMode",
            "CallAs");

    @TempDir
    static Path folder;

    private static String page;
    private static StackSetReader reader;

    @BeforeAll
    static void start() throws Exception {
        page = Files.readString(Path.of("docs/migrate-from-codepipeline.md"));
        reader = new StackSetReader(folder);
        reader.file("template.json", """
                {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}}}}
                """);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    /** The table of a section: from CodePipeline's names to ours. */
    private static Map<String, String> table(String section) {
        Matcher heading =
                Pattern.compile("(?ms)^## " + section + "$(.*?)(^## |\\z)").matcher(page);
        assertThat(heading.find()).as("section %s", section).isTrue();
        Map<String, String> table = new LinkedHashMap<>();
        Matcher row = ROW.matcher(heading.group(1));
        while (row.find()) {
            table.put(row.group(1), row.group(2));
        }
        return table;
    }

    private static Class<? extends StackSetStep> step(String provider) {
        return provider.equals("CloudFormationStackSet") ? StackSetDeployStep.class : StackInstancesStep.class;
    }

    @Test
    void everyParameterOfBothActionsHasAnArgument() {
        assertThat(table("CloudFormationStackSet").keySet()).isEqualTo(STACK_SET);
        assertThat(table("CloudFormationStackInstances").keySet()).isEqualTo(INSTANCES);
        for (String provider : List.of("CloudFormationStackSet", "CloudFormationStackInstances")) {
            Set<String> arguments = DescribableModel.of(step(provider)).getParameters().stream()
                    .map(DescribableParameter::getName)
                    .collect(Collectors.toSet());
            assertThat(arguments).containsAll(table(provider).values());
        }
    }

    @SuppressWarnings("unchecked") // as CodePipeline has it
    private static StackSetJob migrated(String example) throws IOException, InterruptedException {
        Map<String, Object> action;
        try (InputStream file = CodePipelineMigrationTest.class.getResourceAsStream("codepipeline/" + example)) {
            action = new Yaml().load(file);
        }
        String provider = ((Map<String, String>) action.get("ActionTypeId")).get("Provider");
        Map<String, String> names = table(provider);
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("connection", "aws");
        arguments.put(table("The action around the configuration").get("Region"), action.get("Region"));
        ((Map<String, Object>) action.get("Configuration")).forEach((name, value) -> {
            assertThat(names).containsKey(name);
            arguments.put(names.get(name), value);
        });
        arguments.forEach((name, value) -> assertThat(page).as(example).contains(name + ": '" + value + "'"));
        return reader.exactly(step(provider), arguments);
    }

    private static StackSetJob inBothForms(String example) throws IOException, InterruptedException {
        StackSetJob yaml = migrated(example + ".yaml");
        assertThat(migrated(example + ".json")).isEqualTo(yaml);
        return yaml;
    }

    @Test
    void selfManagedStackSetIsDeployedAsItWas() throws Exception {
        StackSetJob job = inBothForms("stackset-self-managed");

        StackSetDeployRequest request = (StackSetDeployRequest) job.request();
        assertThat(job.target().region()).isEqualTo("us-west-2");
        assertThat(request.stackSetName()).isEqualTo("my-stackset");
        assertThat(request.template().body()).contains("AWS::IAM::Role");
        assertThat(request.targets()).isEqualTo(new DeploymentTargets(List.of("111111222222"), null, null));
        assertThat(request.regions()).containsExactly("us-east-1");
        assertThat(request.permissionModel()).isEqualTo(PermissionModel.SELF_MANAGED);
        assertThat(request.operations().preferences().failureTolerancePercentage())
                .isEqualTo(20);
        assertThat(request.operations().preferences().maxConcurrentPercentage()).isEqualTo(25);
    }

    @Test
    void serviceManagedStackSetIsDeployedAsItWas() throws Exception {
        StackSetJob job = inBothForms("stackset-service-managed");

        StackSetDeployRequest request = (StackSetDeployRequest) job.request();
        assertThat(job.target().region()).isEqualTo("eu-central-1");
        assertThat(request.capabilities()).containsExactly("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM");
        assertThat(request.autoDeployment()).isEqualTo(AutoDeployment.ENABLED_WITH_STACK_RETENTION);
        assertThat(request.permissionModel()).isEqualTo(PermissionModel.SERVICE_MANAGED);
        assertThat(request.targets()).isNull();
    }

    @Test
    void instancesOfAnAccountAreDeployedAsTheyWere() throws Exception {
        StackInstancesRequest request =
                (StackInstancesRequest) inBothForms("instances-self-managed").request();

        assertThat(request.targets().accounts()).containsExactly("111111222222");
        assertThat(request.regions()).containsExactly("us-east-1", "us-east-2", "us-west-1", "us-west-2");
        assertThat(request.parameterOverrides()).isNull();
    }

    @Test
    void instancesOfAnOrganizationalUnitAreDeployedAsTheyWere() throws Exception {
        StackInstancesRequest request =
                (StackInstancesRequest) inBothForms("instances-service-managed").request();

        assertThat(request.targets().organizationalUnits()).containsExactly("ou-1111-1example");
        assertThat(request.regions()).containsExactly("us-east-1");
    }

    /** What the guide's examples of single parameters look like. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111222222,333333444444",
                "SourceArtifact::accounts.txt",
                "ou-examplerootid111-exampleouid111,ou-examplerootid222-exampleouid222",
                "SourceArtifact::OU-IDs.txt"
            })
    void everyFormOfTargetsInTheGuideIsTaken(String targets) throws Exception {
        reader.file("accounts.txt", "[ \"111111222222\",\"333333444444\" ]");
        reader.file("OU-IDs.txt", "[ \"ou-examplerootid111-exampleouid111\",\"ou-examplerootid222-exampleouid222\" ]");

        DeploymentTargets read = reader.instances(
                        Map.of("deploymentTargets", targets, "regions", "us-west-2,us-east-1"))
                .targets();

        assertThat(read.accounts().size() + read.organizationalUnits().size()).isEqualTo(2);
    }
}
