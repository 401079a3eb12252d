package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Pipeline plans the deployment of a stack set, and deploys what it planned, or is refused. */
class StackSetPlanStepTest {
    private static final int TIME_SCALE = 600;

    @TempDir
    Path folder;

    private AwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new AwsFixture(folder, TIME_SCALE);
        fixture.file("main.yaml", StackSetReader.TEMPLATE);
        fixture.file("other.yaml", StackSetReader.TEMPLATE + "  Second: {Type: 'AWS::SNS::Topic'}\n");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JenkinsFixture.Ended run(String body) throws Exception {
        return fixture.run("""
                def same = [stackSetName: 'web', connection: 'aws', template: 'main.yaml', parameters: [Name: 'ours'],
                    secretParameters: [Password: 'db-password'], deploymentTargets: ['111111222222'], regions: ['us-east-1']]
                node {
                    checkout scm
                %s
                }
                """.formatted(body));
    }

    private static void succeeds(JenkinsFixture.Ended ended) {
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log()).doesNotContain(AwsFixture.PASSWORD);
    }

    @Test
    void deploysWhatWasPlanned() throws Exception {
        JenkinsFixture.Ended ended = run("""
                    def p = stackSetPlan(same)
                    echo "1 ${p.action} ${p.hasChanges} ${p.rollout.instances[0].accounts[0]} ${p.digest.length()}"
                    def a = stackSetDeploy(plan: p)
                    echo "2 ${a.action} ${a.changed} ${a.status} ${a.planDigest == p.digest}"
                    def q = stackSetPlan(same + [secretParameters: [:], parametersText: 'ParameterKey=Password,UsePreviousValue=true'])
                    echo "3 ${q.action} ${q.hasChanges}"
                    def b = stackSetDeploy(plan: q, connection: 'aws')
                    echo "4 ${b.action} ${b.changed}"
                """);

        succeeds(ended);
        assertThat(ended.log())
                .contains(
                        "1 CREATE true 111111222222 64",
                        "[web] Plan: CREATE \"web\" in us-east-1: instances: 1 to create",
                        "2 CREATE true SUCCEEDED true",
                        "3 NONE false",
                        "4 NONE false");
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(1);
        assertThat(fixture.aws.effects("UpdateStackSet")).isEmpty();
    }

    @Test
    void isRefusedWhenTemplateParameterTargetsOrTheLiveStackSetHaveMoved() throws Exception {
        JenkinsFixture.Ended ended = run("""
                    stackSetDeploy(same + [parameters: [Name: 'first']])
                    def p = stackSetPlan(same)
                    def refused = { other -> echo "refused: ${stackSetDeploy(same + [plan: p, onFailure: 'ignore'] + other).failure}" }
                    refused(template: 'other.yaml')
                    refused(parameters: [Name: 'theirs'])
                    refused(deploymentTargets: ['333333444444'])
                    refused(regions: ['us-east-1', 'eu-west-1'])
                    refused(description: 'theirs')
                    stackSetDeploy(same + [parameters: [Name: 'first'], description: 'theirs'])
                    refused([:])
                """);

        succeeds(ended);
        String nothing =
                "refused: Stack set \"web\" was not deployed, and nothing was done: the plan no longer holds. ";
        assertThat(ended.log())
                .contains(
                        nothing + "The template other.yaml is not the one that was planned.",
                        nothing + "Parameter Name is given as \"theirs\", and was planned as \"ours\".",
                        nothing + "accounts: 333333444444 is given, and was not planned.",
                        nothing + "regions: eu-west-1 is given, and was not planned.",
                        nothing + "description is given as theirs, and was planned as -.",
                        nothing + "The live setting description is \"theirs\"; when the plan was made it was \"-\"."
                                + " Somebody has changed the stack set since: operation ");
        assertThat(fixture.aws.operations())
                .extracting(operation -> operation.action().name())
                .containsExactly("CREATE", "UPDATE");
    }

    @Test
    void allThatIsWrongIsToldBeforeAnyCall() throws Exception {
        JenkinsFixture.Ended ended = run("""
                    try { stackSetDeploy(plan: [digest: 'none'], onAbort: 'perhaps') } catch (e) { echo e.message }
                    try { stackSetPlan(same + [outdated: 'no', expiresInMinutes: 1]) } catch (e) { echo e.message }
                    try { stackSetPlan(same + [templateUrl: 'https://b.s3.amazonaws.com/t']) } catch (e) { echo e.message }
                """);

        succeeds(ended);
        assertThat(ended.log())
                .contains("This is not a plan", "onAbort", "outdated", "expiresInMinutes", "templateUrl");
        assertThat(fixture.aws.requests()).isEmpty();
    }

    @Test
    void aPlanIsOfOneStackSetWithItsSecrets() throws Exception {
        JenkinsFixture.Ended ended = run("""
                    def p = stackSetPlan(same)
                    try { stackSetDeploy(plan: p, stackSetName: 'other') } catch (e) { echo e.message }
                    try { stackSetDeploy(plan: p, secretParameters: [Name: 'db-password']) } catch (e) { echo e.message }
                """);

        succeeds(ended);
        assertThat(ended.log())
                .contains("the plan is of stack set \"web\", not \"other\"")
                .contains(
                        "secretParameters: Name is given from credentials \"db-password\", and was planned from \"-\"");
    }

    @Test
    void aPlanSurvivesARestartWhileItWaits() throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  def p = stackSetPlan(stackSetName: 'web', connection: 'aws', template: 'main.yaml', secretParameters: [Password: 'db-password'])
                  input 'Deploy?'
                  def a = stackSetDeploy(plan: p)
                  echo "deployed ${a.planDigest == p.digest}"
                }
                """, Map.of());
        await().atMost(JenkinsFixture.LIMIT).until(() -> !run.questions().isEmpty());

        PipelineRun resumed = fixture.killAndResume("p");
        await().atMost(JenkinsFixture.LIMIT).until(() -> !resumed.questions().isEmpty());
        resumed.questions().get(0).yes("bob");

        assertThat(resumed.awaitResult(JenkinsFixture.LIMIT))
                .as(resumed.getLog())
                .isEqualTo(Result.SUCCESS);
        assertThat(resumed.getLog()).contains("deployed true").doesNotContain(AwsFixture.PASSWORD);
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(1);
    }

    @Test
    void freestyleStepsPlanAndDeployThroughAFile() throws Exception {
        StackSetPlanStep plan = new StackSetPlanStep("web");
        plan.setConnection("aws");
        plan.setTemplate("main.yaml");
        StackSetPlanBuilder planning = new StackSetPlanBuilder(plan);
        planning.setResultFile("plan.json");
        StackSetDeployStep deploy = new StackSetDeployStep("web");
        deploy.setPlanFile("plan.json");
        FreestyleRun run = fixture.beginFreestyle("f", planning, new StackSetDeployBuilder(deploy));

        assertThat(run.awaitResult(JenkinsFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("Plan: CREATE \"web\"", "Deploying the plan: CREATE");
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(1);
    }
}
