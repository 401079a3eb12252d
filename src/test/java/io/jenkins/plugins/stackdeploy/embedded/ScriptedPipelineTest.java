package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedPipelineTest {
    @TempDir
    Path home;

    @Test
    void consoleLooksAsInJenkins() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                node {
                    stage('Deploy') {
                        echo 'hello'
                    }
                }
                """);

        assertThat(ended.result()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log()).isEqualTo("""
                Started by user alice
                [Pipeline] Start of Pipeline
                [Pipeline] node
                Running on Jenkins in %s
                [Pipeline] {
                [Pipeline] stage
                [Pipeline] { (Deploy)
                [Pipeline] echo
                hello
                [Pipeline] }
                [Pipeline] // stage
                [Pipeline] }
                [Pipeline] // node
                [Pipeline] End of Pipeline
                Finished: SUCCESS
                """.formatted(home.resolve("workspace/p")));
    }

    @Test
    void languageWorksAcrossSteps() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                class Counter implements Serializable { int n = 0; def next() { n++; return n } }
                def twice(x) { echo "twice ${x}"; return x * 2 }
                def counter = new Counter()
                for (int i = 0; i < 2; i++) { echo "loop ${counter.next()}" }
                [1, 2].each { echo "each ${twice(it)}" }
                def map = [a: 1, b: 2]
                echo "sum ${map.collect { k, v -> v }.sum()}"
                try { error 'no' } catch (e) { echo "caught ${e.message}" } finally { echo 'finally' }
                def text = node { pwd() }
                echo text.endsWith('p') ? 'in workspace' : text
                """);

        assertThat(ended.output())
                .contains("loop 1", "loop 2", "each 2", "each 4", "sum 3", "caught no", "finally", "in workspace");
        assertThat(ended.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void variablesOfTheBuildAreThere() throws Exception {
        Pipelines.Ended ended = Pipelines.run(home, """
                env.OWN = 'mine'
                withEnv(['A=1', "B=${env.A}2"]) {
                    withEnv(['A=3', 'C=$A-x']) { echo "${A} ${env.B} ${C} ${OWN} ${env.JOB_NAME} ${BUILD_NUMBER}" }
                }
                echo "params ${params.WHO} ${WHO} ${params.MISSING}"
                currentBuild.description = 'about'
                echo "build ${currentBuild.number} ${currentBuild.currentResult} ${currentBuild.description}"
                """, Map.of("WHO", "you"));

        assertThat(ended.output()).contains("3 null2 3-x mine p 1", "params you you null", "build 1 SUCCESS about");
    }
}
