package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.Organization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stack sets whose targets are organizational units, whose accounts only CloudFormation knows. */
class OrganizationalUnitsTest {
    private static final String EAST = "us-east-1";
    private static final String UNIT = "ou-ab12-cdef3456";
    private static final String OTHER = "ou-ab12-99999999";

    private final Organization organization = new Organization("000000000000")
            .unit("r-ab12", null)
            .unit(UNIT, "r-ab12", A)
            .unit(OTHER, "r-ab12", C)
            .delegatedAdministrator(Deployer.ACCOUNT);

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = new Deployer(builder -> builder.organization(organization));
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Outcome deploy(String template, String... units) {
        DeploymentTargets targets = units.length == 0 ? null : new DeploymentTargets(List.of(), List.of(units), null);
        Outcome outcome = deployer.deploy(Requests.deploy("web", template)
                .serviceManaged()
                .callAs(CallAs.DELEGATED_ADMIN)
                .targets(targets)
                .regions(targets == null ? new String[0] : new String[] {EAST}));
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        return outcome;
    }

    private Outcome instances(Requests.Instances request) {
        Outcome outcome =
                deployer.instances(request.callAs(CallAs.DELEGATED_ADMIN).regions(EAST));
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        return outcome;
    }

    private Map<String, String> statuses() {
        return deployer.statusesAsDelegate("web");
    }

    @Test
    void unitsThatAreNewAreCreatedAfterTheSetIsUpdatedOnTheOthers() {
        deploy(Samples.TOPIC, UNIT);

        deploy(Samples.TWO_TOPICS, UNIT, OTHER);

        assertThat(deployer.aws.operations())
                .extracting(operation -> operation.action().name())
                .containsExactly("CREATE", "UPDATE", "CREATE");
        assertThat(statuses()).isEqualTo(Map.of(A + "/" + EAST, "CURRENT", C + "/" + EAST, "CURRENT"));
    }

    @Test
    void unitsThatHaveAllTheyShouldHaveAreNoOperation() {
        deploy(Samples.TOPIC, UNIT);

        assertThat(deploy(Samples.TOPIC, UNIT).facts()).containsEntry("action", "NONE");
    }

    @Test
    void accountThatJoinedAUnitGetsItsInstanceWhenInstancesAreAskedFor() {
        deploy(Samples.TOPIC, UNIT);
        organization.unit(UNIT, "r-ab12", B);

        instances(Requests.instances("web").units(UNIT));

        assertThat(statuses()).isEqualTo(Map.of(A + "/" + EAST, "CURRENT", B + "/" + EAST, "CURRENT"));
        assertThat(deployer.console()).contains("Only CloudFormation knows which accounts");
    }

    @Test
    void automaticDeploymentBringsInAccountsSoThatNothingIsAskedFor() {
        deploy(Samples.TOPIC, UNIT);
        Outcome enabled = deployer.deploy(Requests.deploy("web", Samples.TOPIC)
                .callAs(CallAs.DELEGATED_ADMIN)
                .autoDeployment(AutoDeployment.ENABLED_WITH_STACK_RETENTION));
        assertThat(enabled.succeeded()).as(enabled.message()).isTrue();

        Outcome outcome = instances(Requests.instances("web").units(UNIT));

        assertThat(outcome.facts()).containsEntry("action", "NONE");
    }

    @Test
    void outdatedInstancesOfUnitsAreBroughtUpToDate() {
        deploy(Samples.TOPIC, UNIT, OTHER);
        deploy(Samples.TWO_TOPICS, UNIT);
        assertThat(statuses()).containsEntry(C + "/" + EAST, "OUTDATED");

        instances(Requests.instances("web").units(UNIT, OTHER));

        assertThat(statuses()).doesNotContainValue("OUTDATED");
    }

    @Test
    void accountsLeftOutOfAUnitGetNothing() {
        organization.unit(UNIT, "r-ab12", B);
        deploy(Samples.TOPIC);

        instances(Requests.instances("web")
                .targets(new DeploymentTargets(List.of(A), List.of(UNIT), AccountFilter.DIFFERENCE)));

        assertThat(statuses()).containsOnlyKeys(B + "/" + EAST);
    }

    @Test
    void unitsForASelfManagedSetAreRefused() {
        deployer.deploy(Requests.deploy("mine", Samples.TOPIC));

        Outcome outcome =
                deployer.instances(Requests.instances("mine").units(UNIT).regions(EAST));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("SELF_MANAGED", "name accounts");
        assertThat(deployer.aws.operations()).isEmpty();
    }
}
