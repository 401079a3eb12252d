package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Pipeline plans, and deploys what it planned, or is refused. */
class PlanStepTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 600);
        fixture.file("main.yaml", StepTemplates.VPC);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private DeployFixture.Ended run(String body) throws Exception {
        return fixture.run("""
                def base = [stackName: 'web', connection: 'local']
                def same = base + [template: 'main.yaml', parameters: [Name: 'second'], secretParameters: [Password: 'db-password']]
                node {
                    checkout scm
                %s
                }
                """.formatted(body));
    }

    private void succeeds(DeployFixture.Ended ended) {
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log()).doesNotContain(DeployFixture.PASSWORD);
    }

    private void isRefused(DeployFixture.Ended ended, String why) {
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).contains("was not deployed, and nothing was done: the plan no longer holds", why);
        assertThat(fixture.ros.effects("ExecuteChangeSet")).isEmpty();
    }

    @Test
    void deploysWhatWasPlanned() throws Exception {
        DeployFixture.Ended ended = run("""
                    def p = rosPlan(same + [estimateCost: true])
                    echo "1 ${p.action} ${p.hasChanges} ${p.changes[0].logicalId} ${p.digest.length()}"
                    echo p.text
                    def a = rosDeploy(plan: p)
                    echo "2 ${a.action} ${a.changed} ${a.status} ${a.outputs.VpcId != null} ${a.planDigest == p.digest}"
                    def q = rosPlan(same + [secretParameters: [:], usePreviousParameters: true])
                    echo "3 ${q.action} ${q.hasChanges}"
                    def b = rosDeploy(plan: q, connection: 'local')
                    echo "4 ${b.action} ${b.changed}"
                """);

        succeeds(ended);
        assertThat(ended.log())
                .contains(
                        "1 CREATE true Vpc 64",
                        "[web] Plan: CREATE \"web\" in cn-hangzhou: 1 to add",
                        "2 CREATE true CREATE_COMPLETE true true",
                        "3 NONE false",
                        "4 NONE false");
        assertThat(fixture.ros.effects("CreateStack")).isEmpty();
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void whatIsGivenAgainMayBeTheSame() throws Exception {
        succeeds(run("""
                    def p = rosPlan(same)
                    rosDeploy(same + [plan: p])
                """));
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void isRefusedWhenTheTemplateHasMoved() throws Exception {
        isRefused(run("""
                    def p = rosPlan(same)
                    sh "sed -i s/10.0.0.0/172.16.0.0/ main.yaml"
                    rosDeploy(same + [plan: p])
                """), "The template main.yaml is not the one that was planned.");
    }

    @Test
    void isRefusedWhenAParameterHasMoved() throws Exception {
        isRefused(run("""
                    def p = rosPlan(same)
                    rosDeploy(same + [plan: p, parameters: [Name: 'third']])
                """), "Parameter Name is given as \"third\", and was planned as \"second\".");
    }

    @Test
    void isRefusedWhenTheLiveStackHasMoved() throws Exception {
        isRefused(run("""
                    rosDeploy(base + [template: 'main.yaml'])
                    def p = rosPlan(same)
                    rosDeploy(base + [template: 'main.yaml', tags: [by: 'somebody else']])
                    rosDeploy(plan: p)
                """), "The live stack is UPDATE_COMPLETE; when the plan was made it was CREATE_COMPLETE.");
    }

    @Test
    void allThatIsWrongWithAPlanIsToldBeforeAnyCall() throws Exception {
        DeployFixture.Ended ended = run("""
                    rosDeploy(plan: [digest: 'none'], recreate: true, events: 'sometimes')
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).contains("This is not a plan", "recreate cannot be combined with a plan", "events");
        assertThat(fixture.ros.requests()).isEmpty();
    }

    @Test
    void anAlteredPlanIsNotDeployed() throws Exception {
        DeployFixture.Ended ended = run("""
                    def p = rosPlan(same)
                    p.changes = []
                    rosDeploy(plan: p)
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).contains("The plan of \"web\" was altered since it was made");
    }

    @Test
    void aPlanIsOfOneStack() throws Exception {
        DeployFixture.Ended ended = run("""
                    def p = rosPlan(same)
                    rosDeploy(plan: p, stackName: 'other')
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log()).contains("the plan is of stack \"web\", not \"other\"");
    }

    @Test
    void aPolicyRefusesAndTheBuildMayGoOn() throws Exception {
        DeployFixture.Ended ended = run("""
                    rosDeploy(base + [template: 'main.yaml'])
                    def p = rosPlan(base + [deletions: 'refuse', onFailure: 'ignore', templateBody: '''
                ROSTemplateFormatVersion: '2015-09-01'
                Resources: {Bucket: {Type: 'ALIYUN::OSS::Bucket'}}
                '''])
                    echo "refused: ${p.failure}"
                """);

        succeeds(ended);
        assertThat(ended.log()).contains("refused: The plan of stack \"web\" is refused and removed. It deletes Vpc");
        assertThat(fixture.ros.effects("DeleteChangeSet")).hasSize(1);
    }

    private void nothingIsLeft() {
        await().atMost(DeployFixture.LIMIT).untilAsserted(() -> assertThat(fixture.ros.stacks())
                .noneMatch(stack ->
                        stack.stackName().equals("web") && !stack.status().equals("DELETE_COMPLETE")));
        await().atMost(DeployFixture.LIMIT)
                .untilAsserted(() -> assertThat(openPlans()).isEmpty());
    }

    private List<String> openPlans() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("home/stack-deploy/open-plans"))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void aPlanThatIsNotDeployedIsRemovedWhenTheBuildEnds() throws Exception {
        succeeds(run("""
                    def p = rosPlan(same)
                    echo "planned ${p.action}"
                """));

        nothingIsLeft();
        assertThat(fixture.ros.effects("DeleteChangeSet")).hasSize(1);
    }

    @Test
    void aPlanThatWasDeployedIsLeftAloneWhenTheBuildEnds() throws Exception {
        succeeds(run("""
                    rosDeploy(plan: rosPlan(same))
                """));

        await().atMost(DeployFixture.LIMIT)
                .untilAsserted(() -> assertThat(openPlans()).isEmpty());
        assertThat(fixture.ros.effects("DeleteChangeSet")).isEmpty();
        assertThat(fixture.ros.effects("DeleteStack")).isEmpty();
    }

    /** A plan waits for its approval; everything is killed, and goes on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlanSurvivesARestartAndIsDeployedOrRemoved(boolean approved) throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  def p = rosPlan(stackName: 'web', connection: 'local', template: 'main.yaml', secretParameters: [Password: 'db-password'])
                  input 'Deploy?'
                  def a = rosDeploy(plan: p)
                  echo "deployed ${a.planDigest == p.digest}"
                }
                """, Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> !run.questions().isEmpty());

        PipelineRun resumed = fixture.killAndResume("p");
        await().atMost(DeployFixture.LIMIT).until(() -> !resumed.questions().isEmpty());
        assertThat(openPlans()).hasSize(1);
        if (approved) {
            resumed.questions().get(0).yes("bob");
        } else {
            resumed.questions().get(0).no("bob");
        }

        Result result = resumed.awaitResult(DeployFixture.LIMIT);
        if (approved) {
            assertThat(result).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
            assertThat(resumed.getLog()).contains("deployed true").doesNotContain(DeployFixture.PASSWORD);
        } else {
            nothingIsLeft();
        }
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(approved ? 1 : 0);
    }

    @Test
    void aRemovalThatACrashInterruptedIsDoneAfterTheRestart() throws Exception {
        fixture.ros.faults().add(new Fault(FaultKind.INTERNAL_ERROR, "DeleteChangeSet", 0, 1000, Duration.ZERO));
        succeeds(run("""
                    rosPlan(same)
                """));
        await().atMost(DeployFixture.LIMIT).until(() -> fixture.ros.count("DeleteChangeSet") > 0);

        fixture.killAndResume("p");
        fixture.ros.faults().clear();

        nothingIsLeft();
    }

    @Test
    void aRejectedPlanIsRemovedWhileTheBuildGoesOn() throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  def p = rosPlan(stackName: 'web', connection: 'local', template: 'main.yaml')
                  echo "digest=${p.digest}"
                  input 'Go on?'
                }
                """, Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> !run.questions().isEmpty());
        Matcher digest = Pattern.compile("digest=([0-9a-f]{64})").matcher(run.getLog());
        assertThat(digest.find()).isTrue();

        PlanRemoval.reject(run, "another");
        PlanRemoval.reject(run, digest.group(1));

        nothingIsLeft();
        assertThat(run.isBuilding()).isTrue();
    }

    /** What is to be done when it expires is in the queue from the planning on; it is done here without waiting for that. */
    @Test
    void anExpiredPlanIsRemovedWhileTheBuildGoesOn() throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  rosPlan(stackName: 'web', connection: 'local', template: 'main.yaml')
                  input 'Go on?'
                }
                """, Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> !run.questions().isEmpty());

        expire();

        nothingIsLeft();
        assertThat(run.isBuilding()).isTrue();
    }

    private static void expire() {
        assertThat(DeployService.get().preparing().getQueue()).singleElement().satisfies(due -> due.run());
    }

    /** People reject it, which fails the step and ends the build: two reasons within the same moment. */
    @Test
    void aPlanIsRemovedOnceHoweverManyReasonsThereAre() throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  def p = rosPlan(stackName: 'web', connection: 'local', template: 'main.yaml')
                  echo "digest=${p.digest}"
                  input 'Go on?'
                }
                """, Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> !run.questions().isEmpty());
        Matcher digest = Pattern.compile("digest=([0-9a-f]{64})").matcher(run.getLog());
        assertThat(digest.find()).isTrue();
        fixture.ros.faults().add(new Fault(FaultKind.LATENCY, "DeleteChangeSet", 0, 10, Duration.ofMillis(300)));

        for (int reason = 0; reason < 4; reason++) {
            PlanRemoval.reject(run, digest.group(1));
        }

        nothingIsLeft();
        assertThat(fixture.ros.count("DeleteChangeSet")).isEqualTo(1);
    }

    /** Jenkins calls it when it starts, where it must do what it can and fail for nothing. */
    @Test
    void aNoteThatCannotBeReadKeepsNoOtherPlanFromBeingSeenTo() throws Exception {
        Path notes = Files.createDirectories(folder.resolve("home/stack-deploy/open-plans"));
        Files.writeString(notes.resolve("a-broken"), "no build at all");
        Files.writeString(notes.resolve("b-gone"), "deleted#1");

        new PlanRemoval.OfItems().onLoaded();

        assertThat(openPlans()).singleElement().asString().endsWith("a-broken");
    }

    @Test
    void freestyleStepsPlanAndDeployThroughAFile() throws Exception {
        RosPlanStep plan = new RosPlanStep("web");
        plan.setConnection("local");
        plan.setTemplate("main.yaml");
        RosPlanBuilder planning = new RosPlanBuilder(plan);
        planning.setResultFile("plan.json");
        RosDeployStep deploy = new RosDeployStep("web");
        deploy.setPlanFile("plan.json");
        FreestyleRun run = fixture.beginFreestyle("f", planning, new RosDeployBuilder(deploy));

        assertThat(run.awaitResult(DeployFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("Plan: CREATE \"web\"", "Deploying the plan: CREATE");
        assertThat(fixture.ros.effects("ExecuteChangeSet")).hasSize(1);
    }
}
