package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.C;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.D;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.TEMPLATE;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.stackset.Organization;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AccountFilterType;
import software.amazon.awssdk.services.cloudformation.model.CallAs;
import software.amazon.awssdk.services.cloudformation.model.CreateStackSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeploymentTargets;
import software.amazon.awssdk.services.cloudformation.model.PermissionModels;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetNotFoundException;

class ServiceManagedStackSetTest {
    private static final String EU = "eu-west-1";
    private static final String ROOT = "r-ab12";
    private static final String PROD = "ou-ab12-prod0000";
    private static final String EDGE = "ou-ab12-edge0000";
    private static final String TEST = "ou-ab12-test0000";

    private LocalAwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new LocalAwsFixture(LocalAws.builder()
                .account("DELEGATED", "SECRET", D)
                .organization(new Organization(AwsClients.ACCOUNT)
                        .unit(ROOT, null, AwsClients.ACCOUNT)
                        .unit(PROD, ROOT, A)
                        .unit(EDGE, PROD, B)
                        .unit(TEST, ROOT, C, D)
                        .suspended(C)
                        .delegatedAdministrator(D)));
        fixture.client.createStackSet(serviceManaged());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aUnitMeansItsAccountsAndThoseBelow() {
        create(t -> t.organizationalUnitIds(PROD));

        assertThat(fixture.instances().keySet()).isEqualTo(Set.of(A + "/" + EU, B + "/" + EU));
        assertThat(fixture.instance(B, EU).organizationalUnitId()).isEqualTo(PROD);
    }

    @Test
    void theManagementAccountIsNoTargetAndASuspendedOneIsLeftOut() {
        String id = create(t -> t.organizationalUnitIds(ROOT));

        assertThat(fixture.results(id))
                .isEqualTo(Map.of(
                        A + "/" + EU, "SUCCEEDED",
                        B + "/" + EU, "SUCCEEDED",
                        C + "/" + EU, "CANCELLED",
                        D + "/" + EU, "SUCCEEDED"));
        assertThat(fixture.status(id)).isEqualTo("SUCCEEDED");
        assertThat(fixture.instances()).containsEntry(C + "/" + EU, "OUTDATED SKIPPED_SUSPENDED_ACCOUNT");
    }

    @Test
    void accountsRefineUnits() {
        create(t -> t.organizationalUnitIds(ROOT).accounts(A).accountFilterType(AccountFilterType.INTERSECTION));
        assertThat(fixture.instances().keySet()).containsExactly(A + "/" + EU);

        create(t -> t.organizationalUnitIds(ROOT).accounts(A, C).accountFilterType(AccountFilterType.DIFFERENCE));
        assertThat(fixture.instances().keySet()).containsExactly(A + "/" + EU, B + "/" + EU, D + "/" + EU);

        String union = fixture.delete(r -> r.deploymentTargets(
                        t -> t.organizationalUnitIds(TEST).accounts(A).accountFilterType(AccountFilterType.UNION))
                .regions(EU)
                .retainStacks(false));
        assertThat(fixture.results(union).keySet()).containsExactly(A + "/" + EU, D + "/" + EU);
    }

    @Test
    void accountsComeFromAFileToo() {
        fixture.aws.templates().put("https://b/a.csv", (A + ",\n" + B + "\n").getBytes(StandardCharsets.UTF_8));

        create(t -> t.organizationalUnitIds(ROOT)
                .accountsUrl("https://b/a.csv")
                .accountFilterType(AccountFilterType.INTERSECTION));

        assertThat(fixture.instances().keySet()).containsExactly(A + "/" + EU, B + "/" + EU);
    }

    @Test
    void targetsWithoutUnitsAreRefused() {
        assertThat(refused(() -> create(t -> t.accounts(A))))
                .hasMessageContaining("OrganizationalUnitIds should be specified");
        assertThat(refused(() -> fixture.create(r -> r.accounts(A).regions(EU))))
                .hasMessageContaining("can only have OrganizationalUnit as target");
        assertThat(refused(() -> create(t -> t.organizationalUnitIds("ou-ab12-none0000"))))
                .hasMessageContaining("ou-ab12-none0000");
        assertThat(refused(() -> create(t -> t.organizationalUnitIds("prod")))).hasMessageContaining("prod");
        assertThat(refused(() -> create(t -> t.organizationalUnitIds(
                        IntStream.range(0, 51).mapToObj(i -> PROD).toList()))))
                .hasMessageContaining("At most 50");
        assertThat(fixture.aws.operations()).isEmpty();
    }

    @Test
    void unionIsNotForNewInstances() {
        assertThat(refused(() -> create(
                        t -> t.organizationalUnitIds(PROD).accounts(D).accountFilterType(AccountFilterType.UNION))))
                .hasMessageContaining("UNION is not supported");
        assertThat(refused(() -> create(t -> t.organizationalUnitIds(PROD).accounts(D))))
                .hasMessageContaining("UNION is not supported");
        assertThat(refused(() ->
                        create(t -> t.organizationalUnitIds(PROD).accountFilterType(AccountFilterType.DIFFERENCE))))
                .hasMessageContaining("needs Accounts");
    }

    @Test
    void anUpdateOfAUnitWithoutInstancesFindsNothing() {
        create(t -> t.organizationalUnitIds(EDGE));

        assertThat(refused(() -> fixture.updateSet(r -> r.usePreviousTemplate(true)
                        .deploymentTargets(t -> t.organizationalUnitIds(TEST))
                        .regions(EU))))
                .isInstanceOf(StackInstanceNotFoundException.class);
        String id = fixture.updateSet(r -> r.usePreviousTemplate(true)
                .deploymentTargets(t -> t.organizationalUnitIds(PROD))
                .regions(EU));
        assertThat(fixture.results(id).keySet()).containsExactly(B + "/" + EU);
        assertThat(fixture.operation(id).deploymentTargets().organizationalUnitIds())
                .containsExactly(PROD);
    }

    @Test
    void autoDeploymentIsChangedWithoutTargets() {
        create(t -> t.organizationalUnitIds(EDGE));

        assertThat(refused(() -> fixture.updateSet(r -> r.usePreviousTemplate(true)
                        .autoDeployment(a -> a.enabled(true).retainStacksOnAccountRemoval(true))
                        .deploymentTargets(t -> t.organizationalUnitIds(PROD))
                        .regions(EU))))
                .hasMessageContaining("AutoDeployment");
        fixture.updateSet(r ->
                r.usePreviousTemplate(true).autoDeployment(a -> a.enabled(true).retainStacksOnAccountRemoval(true)));

        StackSet set = fixture.client.describeStackSet(r -> r.stackSetName(SET)).stackSet();
        assertThat(set.autoDeployment().enabled()).isTrue();
        assertThat(set.autoDeployment().retainStacksOnAccountRemoval()).isTrue();
        assertThat(set.organizationalUnitIds()).containsExactly(EDGE);
    }

    @Test
    void theRoleThatIsReportedWasNeverGiven() {
        StackSet set = fixture.client.describeStackSet(r -> r.stackSetName(SET)).stackSet();

        assertThat(set.administrationRoleARN()).contains("AWSServiceRoleForCloudFormationStackSetsOrgAdmin");
        assertThat(set.executionRoleName()).isNull();
    }

    @Test
    void aDelegatedAdministratorMustSaySoWithEachCall() {
        try (CloudFormationClient delegated = AwsClients.cloudFormation(fixture.aws, "DELEGATED", "SECRET")) {
            delegated.createStackSet(serviceManaged().toBuilder()
                    .stackSetName("delegated")
                    .callAs(CallAs.DELEGATED_ADMIN)
                    .build());

            assertThat(refused(() -> delegated.describeStackSet(r -> r.stackSetName("delegated"))))
                    .isInstanceOf(StackSetNotFoundException.class);
            assertThat(delegated
                            .describeStackSet(r -> r.stackSetName("delegated").callAs(CallAs.DELEGATED_ADMIN))
                            .stackSet()
                            .stackSetARN())
                    .contains(AwsClients.ACCOUNT);
            assertThat(refused(() -> fixture.client.listStackSets(r -> r.callAs(CallAs.DELEGATED_ADMIN))))
                    .hasMessageContaining("Account used is not a delegated administrator");
        }
    }

    private String create(Consumer<DeploymentTargets.Builder> targets) {
        String id = fixture.create(r -> r.deploymentTargets(targets).regions(EU));
        fixture.later(600);
        return id;
    }

    private static CreateStackSetRequest serviceManaged() {
        return CreateStackSetRequest.builder()
                .stackSetName(SET)
                .templateBody(TEMPLATE)
                .permissionModel(PermissionModels.SERVICE_MANAGED)
                .autoDeployment(a -> a.enabled(false))
                .build();
    }
}
