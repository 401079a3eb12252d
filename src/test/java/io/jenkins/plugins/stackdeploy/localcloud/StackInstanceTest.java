package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.TEMPLATE;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ListStackSetOperationResultsResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceFilterName;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;

/** Overrides, the stacks behind instances, and lists of many. */
class StackInstanceTest {
    private static final String EU = "eu-west-1";

    private LocalAwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new LocalAwsFixture(LocalAws.builder().account("MEMBER", "SECRET", A));
        fixture.createSet();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void overridesAreSetKeptAndReset() {
        fixture.updateSet(r ->
                r.templateBody(TEMPLATE.replace("Parameters:\n", "Parameters:\n  Size: {Type: Number, Default: 1}\n")));
        fixture.later(60);
        fixture.create(r -> r.accounts(A).regions(EU).parameterOverrides(value("Env", "prod"), value("Size", "3")));
        fixture.later(60);
        assertThat(overrides()).isEqualTo(Map.of("Env", "prod", "Size", "3"));

        fixture.updateInstances(r -> r.accounts(A).regions(EU));
        fixture.later(60);
        assertThat(overrides()).isEqualTo(Map.of("Env", "prod", "Size", "3"));

        fixture.updateInstances(r -> r.accounts(A)
                .regions(EU)
                .parameterOverrides(
                        value("Size", "4"),
                        Parameter.builder()
                                .parameterKey("Env")
                                .usePreviousValue(true)
                                .build()));
        fixture.later(60);
        assertThat(overrides()).isEqualTo(Map.of("Env", "prod", "Size", "4"));

        fixture.updateInstances(r -> r.accounts(A).regions(EU).parameterOverrides(value("Size", "4")));
        fixture.later(60);
        assertThat(overrides()).isEqualTo(Map.of("Size", "4"));

        fixture.updateInstances(r -> r.accounts(A).regions(EU).parameterOverrides(List.of()));
        fixture.later(60);
        assertThat(overrides()).isEmpty();
    }

    @Test
    void anUpdateOfTheSetLeavesOverridesAlone() {
        fixture.create(r -> r.accounts(A).regions(EU).parameterOverrides(value("Env", "prod")));
        fixture.later(60);

        fixture.updateSet(r -> r.usePreviousTemplate(true).parameters(value("Env", "stage")));
        fixture.later(60);

        assertThat(overrides()).isEqualTo(Map.of("Env", "prod"));
        assertThat(memberStack().parameters()).singleElement().satisfies(p -> assertThat(p.parameterValue())
                .isEqualTo("prod"));
    }

    @Test
    void aNewParameterIsOverriddenOnlyOnceTheInstanceHasIt() {
        fixture.created(List.of(A, B), List.of(EU));
        fixture.updateSet(r -> r.templateBody(
                        TEMPLATE.replace("Parameters:\n", "Parameters:\n  Size: {Type: Number, Default: 1}\n"))
                .accounts(B)
                .regions(EU));
        fixture.later(60);

        assertThat(refused(() ->
                        fixture.updateInstances(r -> r.accounts(A).regions(EU).parameterOverrides(value("Size", "3")))))
                .hasMessageContaining("[Size] cannot be overridden before");
        fixture.updateInstances(r -> r.accounts(B).regions(EU).parameterOverrides(value("Size", "3")));
    }

    @Test
    void anOverrideMustBeOneThatTheTemplateAllows() {
        fixture.updateSet(
                r -> r.templateBody(TEMPLATE.replace("Default: test}", "Default: test, AllowedValues: [test, prod]}")));
        fixture.later(60);

        assertThat(refused(
                        () -> fixture.create(r -> r.accounts(A).regions(EU).parameterOverrides(value("Env", "wild")))))
                .hasMessageContaining("Env");
        assertThat(fixture.instances()).isEmpty();
    }

    @Test
    void anInstanceIsAStackInItsAccountAndRegion() {
        fixture.created(List.of(A), List.of(EU));

        Stack stack = memberStack();

        assertThat(stack.stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.stackName()).startsWith("StackSet-net-");
        assertThat(stack.stackId()).isEqualTo(fixture.instance(A, EU).stackId());
        fixture.delete(r -> r.accounts(A).regions(EU).retainStacks(true));
        fixture.later(60);
        assertThat(memberStack().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aFailedInstanceHasAStackWhoseEventsTellWhy() {
        fixture.aws
                .failures()
                .add(InstanceFailure.always(SET, A, EU, "Name is taken.").of("Queue"));
        fixture.created(List.of(A), List.of(EU));

        try (CloudFormationClient member = AwsClients.cloudFormation(fixture.aws, "MEMBER", "SECRET")) {
            assertThat(member.describeStackEvents(
                                    r -> r.stackName(fixture.instance(A, EU).stackId()))
                            .stackEvents())
                    .filteredOn(event -> "CREATE_FAILED".equals(event.resourceStatusAsString()))
                    .extracting(StackEvent::logicalResourceId, StackEvent::resourceStatusReason)
                    .contains(tuple("Queue", "Name is taken."));
        }
        String first = fixture.instance(A, EU).stackId();
        fixture.aws.failures().clear();
        fixture.created(List.of(A), List.of(EU));
        assertThat(fixture.instance(A, EU).stackId()).isEqualTo(first);
        assertThat(memberStack().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void instancesAreFiltered() {
        fixture.aws.failures().add(InstanceFailure.always(SET, B, EU, "No."));
        fixture.created(List.of(A, B), List.of(EU));

        assertThat(fixture.client
                        .listStackInstances(r -> r.stackSetName(SET).stackInstanceAccount(A))
                        .summaries())
                .extracting(StackInstanceSummary::account)
                .containsExactly(A);
        assertThat(fixture.client
                        .listStackInstances(
                                r -> r.stackSetName(SET).filters(f -> f.name(StackInstanceFilterName.DETAILED_STATUS)
                                        .values("FAILED")))
                        .summaries())
                .extracting(StackInstanceSummary::account)
                .containsExactly(B);
        assertThat(fixture.client
                        .listStackSetOperationResults(r -> r.stackSetName(SET)
                                .operationId(fixture.aws.operations().get(0).operationId())
                                .filters(f -> f.name("OPERATION_RESULT_STATUS").values("FAILED")))
                        .summaries())
                .hasSize(1);
    }

    @Test
    void twoThousandInstancesCostTwentyPages() {
        List<String> accounts = IntStream.range(0, 500)
                .mapToObj(i -> String.valueOf(100_000_000_000L + i))
                .toList();
        List<String> regions = List.of(EU, "eu-central-1", "us-east-1", "us-west-2");
        String id = fixture.create(
                r -> r.accounts(accounts).regions(regions).operationPreferences(p -> p.maxConcurrentPercentage(100)
                        .failureTolerancePercentage(99)
                        .concurrencyMode("SOFT_FAILURE_TOLERANCE")));
        fixture.later(30);

        int before = fixture.aws.requests().size();
        Map<String, Long> counts = fixture.results(id).values().stream()
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of("SUCCEEDED", 500L, "RUNNING", 500L, "PENDING", 1_000L));
        assertThat(fixture.aws.requests()).hasSize(before + 20);
        fixture.later(600);
        assertThat(fixture.instances()).hasSize(2_000);
        assertThat(fixture.aws.operations()).singleElement().satisfies(o -> assertThat(o.targets())
                .isEqualTo(2_000));
    }

    @Test
    void pagesAreAsLargeAsAskedFor() {
        fixture.create(List.of(A, B), List.of(EU, "us-east-1"));
        String id = fixture.aws.operations().get(0).operationId();

        ListStackSetOperationResultsResponse page = fixture.client.listStackSetOperationResults(
                r -> r.stackSetName(SET).operationId(id).maxResults(3));

        assertThat(page.summaries()).hasSize(3);
        assertThat(fixture.client
                        .listStackSetOperationResults(r -> r.stackSetName(SET)
                                .operationId(id)
                                .maxResults(3)
                                .nextToken(page.nextToken()))
                        .summaries())
                .hasSize(1);
        assertThat(refused(() -> fixture.client.listStackInstances(
                        r -> r.stackSetName(SET).maxResults(101))))
                .hasMessageContaining("less than or equal to 100");
        assertThat(refused(() -> fixture.client.listStackInstances(
                        r -> r.stackSetName(SET).nextToken("zzz"))))
                .hasMessageContaining("NextToken");
    }

    private Map<String, String> overrides() {
        return fixture.instance(A, EU).parameterOverrides().stream()
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    }

    private Stack memberStack() {
        try (CloudFormationClient member = AwsClients.cloudFormation(fixture.aws, "MEMBER", "SECRET")) {
            return member.describeStacks().stacks().get(0);
        }
    }

    private static Parameter value(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }
}
