package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hudson.model.Item;
import hudson.model.Result;
import hudson.security.Permission;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what at a gate, by the permissions that they have and the rules that name them. */
class GatePermissionsTest {
    private static final List<Permission> READS = List.of(Jenkins.READ, Item.READ);
    private static final List<Permission> DECIDES = List.of(Jenkins.READ, Item.READ, GatePermissions.APPROVE);

    @TempDir
    Path home;

    private GateFixture fixture;
    private String root;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        root = fixture.jenkins.serve(0);
        fixture.jenkins.addUser("approver", "Approver", "ops");
        fixture.jenkins.addUser("named-without-permission", "Builder in ops", "ops");
        fixture.jenkins
                .jenkins()
                .setAuthorizationStrategy(new Roles(Map.of(
                        "anonymous", READS,
                        "reader", READS,
                        "builder", List.of(Jenkins.READ, Item.READ, Item.BUILD, Item.CONFIGURE),
                        "stopper", List.of(Jenkins.READ, Item.READ, Item.CANCEL),
                        "named-without-permission", List.of(Jenkins.READ, Item.READ, Item.BUILD),
                        "alice", DECIDES,
                        "approver", DECIDES,
                        "permitted-but-not-named", DECIDES,
                        "bob", READS,
                        "administrator", List.of(Jenkins.ADMINISTER))));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        // who, sees, approves or rejects, with which reason not, stops the build
        "'', 200, 403, ANONYMOUS, 403",
        "stranger, 404, 404, '', 404",
        "reader, 200, 403, NOT_PERMITTED, 403",
        "builder, 200, 403, NOT_PERMITTED, 403",
        "stopper, 200, 403, NOT_PERMITTED, 302",
        "named-without-permission, 200, 403, NOT_PERMITTED, 403",
        "permitted-but-not-named, 200, 403, NOT_NAMED, 403",
        "alice, 200, 403, REQUESTER, 403",
        "administrator, 200, 403, NOT_NAMED, 302",
        "approver, 200, 200, '', 403"
    })
    void table(String user, int sees, int decides, String reason, int stops) throws Exception {
        WebClient client = new WebClient(root, user.isEmpty() ? null : user);
        for (String decision : List.of("approve", "reject")) {
            PipelineRun run = fixture.begin(decision, "manualGate name: 'g', approvers: ['@ops', 'alice']");
            GateResource gate = GateFixture.awaitGate(run, 1);
            String path = "job/" + decision + "/1/gates/g/";

            assertThat(client.get(path).status()).isEqualTo(sees);
            assertThat(client.get(path + "status").status()).isEqualTo(sees);
            WebClient.Answer answer = client.post(path + decision);

            assertThat(answer.status()).as(answer.body()).isEqualTo(decides);
            if (!reason.isEmpty()) {
                assertThat(answer.json().get("reason").asText()).isEqualTo(reason);
            }
            assertThat(gate.gate().orElseThrow().decisions())
                    .extracting(Decision::kind)
                    .isEqualTo(
                            decides != 200
                                    ? List.of()
                                    : List.of(
                                            decision.equals("approve") ? Decision.Kind.APPROVE : Decision.Kind.REJECT,
                                            Decision.Kind.SETTLE));
            assertThat(client.post(path + "abort").status())
                    .as("the build is stopped by Jenkins' own means alone")
                    .isEqualTo(404);
        }
        stop(client, stops);
    }

    /** Whether the gate counts as aborted is up to the build's own stop: it is no decision, and needs another permission. */
    private void stop(WebClient client, int stops) throws Exception {
        PipelineRun run = fixture.begin("stop", "manualGate name: 'g', approvers: ['@ops', 'alice']");
        GateResource gate = GateFixture.awaitGate(run, 1);

        assertThat(client.post("job/stop/1/stop").status()).isEqualTo(stops);

        if (stops == 302) {
            assertThat(GateFixture.end(run)).isEqualTo(Result.ABORTED);
            assertThat(run.getLog()).doesNotContain("Rejected");
        }
        assertThat(gate.gate().orElseThrow().decisions())
                .extracting(Decision::kind, Decision::state)
                .isEqualTo(stops == 302 ? List.of(tuple(Decision.Kind.SETTLE, GateState.ABORTED)) : List.of());
    }

    @Test
    void administratorDecidesWhereTheGateAllowsIt() throws Exception {
        fixture.beginAtGate("manualGate name: 'g', approvers: ['@ops'], allowAdministrators: true");

        assertThat(new WebClient(root, "administrator")
                        .post("job/p/1/gates/g/approve")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutRulesThePermissionDecides() throws Exception {
        fixture.beginAtGate("manualGate name: 'g'");

        assertThat(new WebClient(root, "builder")
                        .post("job/p/1/gates/g/approve")
                        .status())
                .isEqualTo(403);
        assertThat(new WebClient(root, "permitted-but-not-named")
                        .post("job/p/1/gates/g/approve")
                        .status())
                .isEqualTo(200);
    }

    /** Groups and permissions are those of the moment of the decision, not of when the gate opened. */
    @Test
    void whoHasLeftTheGroupDecidesNoMore() throws Exception {
        fixture.beginAtGate("manualGate name: 'g', approvers: ['@ops']");
        WebClient approver = new WebClient(root, "approver");
        assertThat(approver.get("job/p/1/gates/g/status")
                        .json()
                        .at("/gates/0/mayApprove")
                        .asBoolean())
                .isTrue();

        fixture.jenkins.addUser("approver", "Approver", "dev");

        assertThat(approver.post("job/p/1/gates/g/approve").json().get("reason").asText())
                .isEqualTo("NOT_NAMED");
    }

    @Test
    void permissionIsGivenByAdministerAlone() {
        assertThat(GatePermissions.APPROVE.impliedBy).isEqualTo(Jenkins.ADMINISTER);
        assertThat(Permission.fromId(GatePermissions.class.getName() + ".Approve"))
                .isSameAs(GatePermissions.APPROVE);
        assertThat(GatePermissions.GROUP.title).hasToString("Stack Deploy");
    }
}
