package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarativePipelineTest {
    @TempDir
    Path home;

    @Test
    void consoleLooksAsInJenkins() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                pipeline {
                    agent any
                    stages {
                        stage('Build') {
                            steps { echo 'building' }
                        }
                        stage('Ship') {
                            when { expression { false } }
                            steps { echo 'never' }
                        }
                    }
                    post { success { echo 'well done' } }
                }
                """);

        assertThat(ended.log()).isEqualTo("""
                Started by user alice
                [Pipeline] Start of Pipeline
                [Pipeline] node
                Running on Jenkins in %s
                [Pipeline] {
                [Pipeline] stage
                [Pipeline] { (Build)
                [Pipeline] echo
                building
                [Pipeline] }
                [Pipeline] // stage
                [Pipeline] stage
                [Pipeline] { (Ship)
                Stage "Ship" skipped due to when conditional
                [Pipeline] }
                [Pipeline] // stage
                [Pipeline] stage
                [Pipeline] { (Declarative: Post Actions)
                [Pipeline] echo
                well done
                [Pipeline] }
                [Pipeline] // stage
                [Pipeline] }
                [Pipeline] // node
                [Pipeline] End of Pipeline
                Finished: SUCCESS
                """.formatted(home.resolve("workspace/p")));
    }

    /** As in Jenkins, so that an argument that scripts may give in two ways is seen to be declared for both. */
    @Test
    void whatIsWrittenOutHasToBeOfTheDeclaredType() throws Exception {
        String pipeline = "pipeline { agent none; stages { stage('s') { steps { %s } } } }";

        assertThat(Pipelines.run(home, pipeline.formatted("echo message: 5")).log())
                .contains("Expecting \"class java.lang.String\" for parameter \"message\" but got \"5\" of type class"
                        + " java.lang.Integer instead");
        assertThat(Pipelines.run(home, pipeline.formatted("withEnv(overrides: 'A=1') { echo env.A }"))
                        .log())
                .contains("Expecting \"interface java.util.List\" for parameter \"overrides\"");
        assertThat(Pipelines.run(home, pipeline.formatted("timeout(unit: 'HOURS') { echo 'x' }"))
                        .log())
                .contains("Missing required parameter: \"time\"");
        assertThat(Pipelines.run(home, pipeline.formatted("script { echo message: '5' }"))
                        .log())
                .contains("\n5\n");
    }

    @Test
    void directivesReachTheSteps() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                def helper(x) { return "helped ${x}" }
                pipeline {
                    agent none
                    parameters {
                        string(name: 'WHO', defaultValue: 'nobody')
                        booleanParam(name: 'DRY', defaultValue: true)
                        choice(name: 'SIZE', choices: ['s', 'm'])
                    }
                    environment {
                        A = 'one'
                        B = "${A}-two-${env.A}-${params.WHO}"
                    }
                    options { timestamps(); timeout(time: 1, unit: 'HOURS'); retry(2) }
                    stages {
                        stage('Outer') {
                            environment { C = "${B}-three" }
                            stages {
                                stage('Inner') {
                                    agent { label 'linux' }
                                    steps {
                                        echo "C=${C}"
                                        echo "who ${params.WHO} dry ${params.DRY} size ${SIZE}"
                                        script { def list = [1, 2]; for (x in list) { echo helper(x) } }
                                    }
                                }
                            }
                        }
                        stage('Side by side') {
                            failFast true
                            parallel {
                                stage('L') { steps { echo 'left' } }
                                stage('R') { when { not { equals expected: 1, actual: 1 } }; steps { echo 'right' } }
                            }
                        }
                        stage('Conditions') {
                            when { allOf { environment name: 'A', value: 'one'; anyOf { branch 'main'; expression { params.SIZE == 's' } } } }
                            steps { echo 'conditions hold' }
                        }
                    }
                }
                """, Map.of("WHO", "you", "DRY", "false"));

        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.output())
                .contains(
                        "C=one-two-one-you-three",
                        "who you dry false size s",
                        "helped 1",
                        "helped 2",
                        "left",
                        "conditions hold");
        assertThat(ended.output()).contains("Stage \"R\" skipped due to when conditional");
        assertThat(ended.log()).contains("[Pipeline] { (Branch: L)");
    }

    @Test
    void failureSkipsTheRestAndRunsPostInOrder() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                pipeline {
                    agent any
                    stages {
                        stage('Bad') {
                            steps { error 'broken' }
                            post { failure { echo 'stage failed' } ; success { echo 'stage fine' } }
                        }
                        stage('Later') { steps { echo 'later' } }
                    }
                    post {
                        cleanup { echo 'p-cleanup' }
                        success { echo 'p-success' }
                        unsuccessful { echo 'p-unsuccessful' }
                        failure { echo 'p-failure'; error 'in post' }
                        changed { echo 'p-changed' }
                        always { echo 'p-always' }
                    }
                }
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.output().lines().toList())
                .containsSubsequence(
                        "Post stage",
                        "stage failed",
                        "Stage \"Later\" skipped due to earlier failure(s)",
                        "p-always",
                        "p-changed",
                        "p-failure",
                        "Error when executing failure post condition:",
                        "ERROR: in post",
                        "p-unsuccessful",
                        "p-cleanup",
                        "ERROR: broken",
                        "Finished: FAILURE");
        assertThat(ended.output()).doesNotContain("p-success", "stage fine", "later\n");
    }

    @Test
    void mistakesAreNamedWithTheirLines() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                pipeline {
                    agent any
                    stagez { }
                    stages {
                        stage('A') {
                            step { echo 'x' }
                        }
                        stage('B') {
                            when { expresion { true } }
                            steps { echo 'x' }
                        }
                    }
                    options { timout(1) }
                    post { allways { echo 'x' } }
                }
                """);

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains(
                        "WorkflowScript: 3: Undefined section \"stagez\"",
                        "did you mean 'stages'?",
                        "WorkflowScript: 6: ",
                        "did you mean 'steps'?",
                        "WorkflowScript: 9: ",
                        "did you mean 'expression'?",
                        "WorkflowScript: 13: ",
                        "did you mean 'timeout'?",
                        "WorkflowScript: 14: ",
                        "did you mean 'always'?");
    }
}
