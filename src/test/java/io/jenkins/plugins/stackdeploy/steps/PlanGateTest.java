package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.approval.GatesAction;
import io.jenkins.plugins.stackdeploy.approval.ManualGateBuilder;
import io.jenkins.plugins.stackdeploy.approval.ManualGateStep;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People approve a plan at a gate, and exactly that is deployed; or they do not, and nothing of it is left. */
class PlanGateTest {
    private static final String TEMPLATE = """
            ROSTemplateFormatVersion: '2015-09-01'
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {CidrBlock: 10.0.0.0/8}
            """;
    private static final String PLAN = """
            def base = [stackName: 'web', connection: 'local']
            def p
            node { checkout scm
                p = rosPlan(base + [template: 'main.yaml'])
            }
            """;

    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 600);
        fixture.file("main.yaml", TEMPLATE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Plans, and waits until the build asks or ends. */
    private PipelineRun begin(String script) throws Exception {
        PipelineRun run = fixture.begin("p", PLAN + script, Map.of());
        awaitQuestion(run);
        return run;
    }

    private static void awaitQuestion(PipelineRun run) throws IOException {
        await().atMost(DeployFixture.LIMIT)
                .until(() -> !run.isBuilding() || !run.questions().isEmpty());
        assertThat(run.isBuilding()).as(run.getLog()).isTrue();
    }

    private static String end(PipelineRun run, Result expected) throws Exception {
        Result result = run.awaitResult(DeployFixture.LIMIT);
        assertThat(result).as(run.getLog()).isEqualTo(expected);
        return run.getLog();
    }

    private void nothingIsLeft() {
        await().atMost(DeployFixture.LIMIT).untilAsserted(() -> {
            assertThat(fixture.ros.stacks()).noneMatch(stack -> !stack.status().equals("DELETE_COMPLETE"));
            assertThat(openPlans()).isEmpty();
        });
        assertThat(fixture.ros.effects("DeleteChangeSet")).hasSize(1);
        assertThat(fixture.ros.effects("ExecuteChangeSet")).isEmpty();
    }

    private List<Path> openPlans() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("home/stack-deploy/open-plans"))) {
            return files.toList();
        }
    }

    private static List<Decision> decisions(Run<?, ?> run) throws Exception {
        return run.getAction(GatesAction.class)
                .getGates()
                .get(0)
                .gate()
                .orElseThrow()
                .decisions();
    }

    @Test
    void approvedPlanIsShownRecordedAndDeployed() throws Exception {
        PipelineRun run = begin("""
                def g = manualGate(name: 'release', plan: p)
                echo "gate of this plan ${g.digest == p.digest}"
                def a = rosDeploy(plan: p)
                echo "deployed this plan ${a.planDigest == p.digest}"
                """);
        Plan plan = run.getAction(GatesAction.class).getGates().get(0).plan().orElseThrow();
        assertThat(run.getLog())
                .contains(
                        "[release] Plan: CREATE \"web\" in cn-hangzhou: 1 to add",
                        "[release]   + Vpc  ALIYUN::ECS::VPC",
                        "[release] Digest of the plan: sha256:" + plan.digest());

        run.questions().get(0).yes("bob");

        assertThat(end(run, Result.SUCCESS)).contains("gate of this plan true", "deployed this plan true");
        assertThat(decisions(run)).hasSize(2).extracting(Decision::planDigest).containsOnly(plan.digest());
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
        assertThat(fixture.ros.effects("DeleteChangeSet")).isEmpty();
    }

    @Test
    void planIsKeptBesideTheBuildAlone() throws Exception {
        PipelineRun run = begin("manualGate(name: 'release', plan: p)");
        Path root = run.getRootDir().toPath();

        assertThat(Files.readString(root.resolve("build.xml"))).doesNotContain("ALIYUN::ECS::VPC");
        try (Stream<Path> files = Files.walk(root.resolve("stack-deploy-gates"))) {
            Path kept =
                    files.filter(file -> file.endsWith("plan.json")).findFirst().orElseThrow();
            JsonNode json = new ObjectMapper().readTree(kept.toFile());
            assertThat(json.path("changes").get(0).path("logicalId").asText()).isEqualTo("Vpc");
            assertThat(json.has("markdown")).isFalse();
        }
        run.questions().get(0).no("bob");
        end(run, Result.FAILURE);
    }

    @Test
    void rejectedPlanIsRemovedWhileTheBuildGoesOnAndCannotBeDeployed() throws Exception {
        PipelineRun run = begin("""
                manualGate(name: 'release', plan: p, onReject: 'return')
                try {
                    rosDeploy(plan: p)
                } catch (refused) {
                    echo "refused: ${refused.message}"
                }
                input 'Go on?'
                """);

        run.questions().get(0).no("bob");
        awaitQuestion(run);

        assertThat(run.getLog())
                .contains("refused: rosDeploy: The plan of \"web\" is not to be deployed. "
                        + "The gate \"release\" was rejected by bob: at the terminal");
        nothingIsLeft();
    }

    @Test
    void planOfAGateThatIsAbortedIsRemoved() throws Exception {
        PipelineRun run = begin("""
                try {
                    manualGate(name: 'release', plan: p)
                } catch (stopped) {
                    echo 'stopped'
                    input 'Go on?'
                }
                """);

        run.abort("alice");
        await().atMost(DeployFixture.LIMIT).until(() -> run.getLog().contains("stopped"));

        nothingIsLeft();
    }

    @Test
    void planOfAnOlderRunIsRemovedWhenANewerOneTakesItsPlace() throws Exception {
        PipelineRun first = begin("""
                manualGate(name: 'release', plan: p, supersede: true, onReject: 'return')
                input 'Go on?'
                """);

        PipelineRun second = fixture.begin("p", "manualGate(name: 'release', supersede: true)", Map.of());

        nothingIsLeft();
        assertThat(first.isBuilding()).isTrue();
        assertThat(first.getLog()).contains("A newer run waits here: #2.");
        assertThat(second.isBuilding()).isTrue();
    }

    @Test
    void anotherPlanOfTheStackThanTheApprovedOneIsRefused() throws Exception {
        PipelineRun run = begin("""
                manualGate(name: 'release', plan: p)
                rosDeploy(plan: p)
                node { checkout scm
                    def q = rosPlan(base + [template: 'main.yaml', tags: [by: 'somebody']])
                    rosDeploy(plan: q)
                }
                """);

        run.questions().get(0).yes("bob");

        assertThat(end(run, Result.FAILURE))
                .containsPattern("ERROR: rosDeploy: At the gate \"release\" another plan of \"web\" was shown "
                        + "\\([0-9a-f]{12}\\), not this one \\([0-9a-f]{12}\\)\\.");
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void planIsNotDeployedWhileItsGateWaits() throws Exception {
        PipelineRun run = begin("""
                parallel(
                    gate: { manualGate(name: 'release', plan: p) },
                    deploy: {
                        input 'Deploy before the approval?'
                        rosDeploy(plan: p)
                    })
                """);
        await().atMost(DeployFixture.LIMIT).until(() -> run.questions().size() == 2);

        run.questions().stream()
                .filter(each -> each.text().startsWith("Deploy before"))
                .forEach(each -> each.yes("alice"));

        await().atMost(DeployFixture.LIMIT)
                .until(() -> run.getLog().contains("the gate \"release\" still waits for its approval"));
        run.questions().get(0).no("bob");
        end(run, Result.FAILURE);
        assertThat(fixture.ros.effects("ExecuteChangeSet")).isEmpty();
    }

    /** Everything is killed while people think it over. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decisionOnAPlanAfterARestart(boolean approved) throws Exception {
        begin("""
                def g = manualGate(name: 'release', plan: p, onReject: 'return')
                echo "gate of this plan ${g.digest == p.digest}"
                if (g.decision == 'approved') {
                    rosDeploy(plan: p)
                } else {
                    input 'Go on?'
                }
                """);

        PipelineRun resumed = fixture.killAndResume("p");
        awaitQuestion(resumed);
        assertThat(openPlans()).hasSize(1);
        if (approved) {
            resumed.questions().get(0).yes("bob");
            end(resumed, Result.SUCCESS);
            assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
        } else {
            resumed.questions().get(0).no("bob");
            nothingIsLeft();
            assertThat(resumed.isBuilding()).isTrue();
        }
        assertThat(resumed.getLog()).contains("gate of this plan true");
    }

    /** What moves while people think it over; each is told, and nothing is deployed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sh 'sed -i s/10.0.0.0/172.16.0.0/ main.yaml'; rosDeploy(base + [plan: q, template: 'main.yaml'])"
                        + "| The template main.yaml is not the one that was planned.",
                "rosDeploy(base + [plan: q, template: 'main.yaml', parameters: [Name: 'third']])"
                        + "| Parameter Name is given as \"third\", and was planned as \"second\".",
                "rosDeploy(base + [template: 'main.yaml', tags: [by: 'somebody else']]); rosDeploy(plan: q)"
                        + "| The live stack is UPDATE_COMPLETE; when the plan was made it was CREATE_COMPLETE."
            })
    void approvedPlanIsRefusedWhenSomethingHasMoved(String meanwhile, String why) throws Exception {
        fixture.file("main.yaml", TEMPLATE + "Parameters:\n  Name: {Type: String, Default: first}\n");
        PipelineRun run = begin("""
                rosDeploy(plan: p)
                def q
                node { checkout scm
                    q = rosPlan(base + [template: 'main.yaml', parameters: [Name: 'second'], tags: [by: 'me']])
                    manualGate(name: 'release', plan: q)
                    %s
                }
                """.formatted(meanwhile));

        run.questions().get(0).yes("bob");

        assertThat(end(run, Result.FAILURE))
                .contains("was not deployed, and nothing was done: the plan no longer holds", why);
        assertThat(fixture.ros.effects("ExecuteChangeSet"))
                .as("the first plan alone")
                .hasSize(1);
    }

    @Test
    void planWithNothingToDoIsAskedAboutAndSaysSo() throws Exception {
        PipelineRun run = begin("""
                rosDeploy(plan: p)
                def q
                node { checkout scm
                    q = rosPlan(base + [template: 'main.yaml'])
                }
                manualGate(name: 'release', plan: q)
                echo "action ${rosDeploy(plan: q).action}"
                """);
        assertThat(run.getLog())
                .contains("[release] Plan: \"web\" in cn-hangzhou is already what the template and the parameters say");

        run.questions().get(0).yes("bob");

        assertThat(end(run, Result.SUCCESS)).contains("action NONE");
    }

    private static FreestyleRun freestyle(DeployFixture fixture, String gateFile) throws Exception {
        RosPlanStep plan = new RosPlanStep("web");
        plan.setConnection("local");
        plan.setTemplate("main.yaml");
        RosPlanBuilder planning = new RosPlanBuilder(plan);
        planning.setResultFile("plan-${BUILD_NUMBER}.json");
        ManualGateBuilder gate = new ManualGateBuilder(new ManualGateStep("release"));
        gate.setPlanFile(gateFile);
        RosDeployStep deploy = new RosDeployStep("web");
        deploy.setPlanFile("plan-${BUILD_NUMBER}.json");
        FreestyleRun run = fixture.beginFreestyle("f", planning, gate, new RosDeployBuilder(deploy));
        await().atMost(DeployFixture.LIMIT).until(() -> !run.isBuilding() || waits(run));
        return run;
    }

    private static boolean waits(Run<?, ?> run) {
        GatesAction gates = run.getAction(GatesAction.class);
        return gates != null && gates.isWaiting();
    }

    @Test
    void freestyleGateShowsThePlanOfAFile() throws Exception {
        FreestyleRun run = freestyle(fixture, "plan-${BUILD_NUMBER}.json");
        assertThat(run.getLog()).contains("[release] Plan: CREATE \"web\"");

        try (ACLContext context = ACL.as(User.getById("bob", true))) {
            run.getAction(GatesAction.class).getGates().get(0).decide(Answer.PLAIN, true);
        }

        assertThat(run.awaitResult(DeployFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(decisions(run).get(0).planDigest()).matches("[0-9a-f]{64}");
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void freestyleGateWithoutItsPlanAsksNobody() throws Exception {
        FreestyleRun run = freestyle(fixture, "../secrets/plan.json");

        assertThat(run.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("\"../secrets/plan.json\" leads out of the workspace");
        assertThat(run.getAction(GatesAction.class)).isNull();
    }
}
