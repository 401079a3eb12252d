package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills one declarative build again and again, at moments that nothing in the build announces. */
class RandomKillTest {
    private static final String SCRIPT = """
            pipeline {
                agent any
                environment { COLOUR = 'blue' }
                options { timeout(time: 1, unit: 'HOURS') }
                stages {
                    stage('One') { steps { remote 'a'; remote 'b'; script { for (x in ['c', 'd']) { remote x } } } }
                    stage('Both') {
                        parallel {
                            stage('L') { steps { remote 'l1'; remote 'l2' } }
                            stage('R') { steps { remote 'r1'; remote 'r2' } }
                        }
                    }
                    stage('Last') {
                        when { environment name: 'COLOUR', value: 'blue' }
                        steps { remote 'z'; echo "still ${COLOUR}" }
                        post { always { remote 'post' } }
                    }
                }
            }
            """;

    @TempDir
    Path home;

    @Test
    void buildEndsWithEachOperationStartedOnce() throws Exception {
        RemoteWorld.reset();
        Random random = new Random(7);
        EmbeddedJenkins jenkins = start();
        PipelineRun run = jenkins.createPipeline("p", SCRIPT, null).schedule(Map.of(), "alice");
        int kills = 0;
        Optional<Result> result = run.awaitEnd(java.time.Duration.ofMillis(random.nextInt(40)));
        while (result.isEmpty()) {
            jenkins.kill();
            kills++;
            jenkins = start();
            run = jenkins.pipeline("p").getBuildByNumber(1);
            // Longer and longer, so that the build gets somewhere.
            result = run.awaitEnd(java.time.Duration.ofMillis(100 + random.nextInt(40) + 20L * kills));
        }
        jenkins.close();

        assertThat(result).as(run.getLog()).contains(Result.SUCCESS);
        assertThat(RemoteWorld.started())
                .containsExactlyInAnyOrder("a", "b", "c", "d", "l1", "l2", "r1", "r2", "z", "post");
        assertThat(run.getLog()).contains("still blue");
        assertThat(kills).isPositive();
    }

    private EmbeddedJenkins start() throws java.io.IOException {
        return EmbeddedJenkins.builder(home)
                .extension(new RemoteStep.DescriptorImpl())
                .start();
    }
}
