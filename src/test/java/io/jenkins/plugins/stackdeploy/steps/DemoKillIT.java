package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.StackSummary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the demo's process, with Jenkins and cloud in it, at random moments; resumed, it does everything once. */
class DemoKillIT {
    private static final int KILLS = 12;
    private static final int AT_A_TIME = 4;
    private static final String SCRIPT = """
            node { checkout scm
              def a = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'demo'
              def b = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'demo', parameters: [Name: 'second']
              echo "done ${a.action} ${b.action} ${b.status}"
            }
            """;

    @TempDir
    Path folder;

    @Test
    void runKilledAtAnyMomentEndsWithOneCreationAndOneUpdate() throws Exception {
        long seed = System.nanoTime();
        RandomGenerator random = new Random(seed);
        Path workspace = Files.createDirectories(folder.resolve("workspace"));
        Files.writeString(workspace.resolve("Jenkinsfile"), SCRIPT);
        Files.writeString(workspace.resolve("main.yaml"), """
                ROSTemplateFormatVersion: '2015-09-01'
                Parameters:
                  Name: {Type: String, Default: first}
                Resources:
                  Vpc:
                    Type: ALIYUN::ECS::VPC
                    Properties: {CidrBlock: 10.0.0.0/8, VpcName: !Ref Name}
                    Metadata: {LocalCloud: {Seconds: 60}}
                """);
        long began = System.nanoTime();
        Path calm = folder.resolve("calm");
        assertThat(demo(calm, workspace, "--yes").waitFor()).as(output(calm)).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

        ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<Void>> trials = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                Path home = folder.resolve("home" + kill);
                long moment = random.nextLong(200, millis);
                String story = "seed " + seed + ", killed after " + moment + " ms";
                trials.add(hands.submit(() -> killAndResume(home, workspace, moment, story)));
            }
            for (Future<Void> trial : trials) {
                trial.get(5, TimeUnit.MINUTES);
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static Void killAndResume(Path home, Path workspace, long moment, String story)
            throws IOException, InterruptedException {
        Process process = demo(home, workspace, "--yes");
        boolean over = process.waitFor(moment, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        if (!over) {
            Process resumed = demo(home, workspace, "resume");
            boolean ended = resumed.waitFor(2, TimeUnit.MINUTES);
            resumed.destroyForcibly();
            assertThat(ended).as(story + "\n" + output(home)).isTrue();
            assertThat(resumed.exitValue()).as(story + "\n" + output(home)).isZero();
        }
        assertThat(output(home)).as(story).contains("done CREATE UPDATE UPDATE_COMPLETE");
        countOperations(home);
        return null;
    }

    private static void countOperations(Path home) throws IOException {
        try (LocalRos ros = LocalRos.builder()
                .stateDir(home.resolve("clouds").resolve("ros"))
                .start()) {
            List<StackSummary> stacks = ros.stacks();
            assertThat(stacks).hasSize(1);
            assertThat(stacks.get(0).operations())
                    .as("one creation and one update")
                    .isEqualTo(2);
            assertThat(stacks.get(0).status()).isEqualTo("UPDATE_COMPLETE");
        }
    }

    private static Process demo(Path home, Path workspace, String first) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        for (String packageName : List.of("lang", "lang.reflect", "util", "io", "text", "util.concurrent")) {
            command.add("--add-opens=java.base/java." + packageName + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("io.jenkins.plugins.stackdeploy.embedded.Main");
        command.addAll(List.of(first, "--home", home.toString(), "--workspace", workspace.toString()));
        Files.createDirectories(home);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toString(), "output.txt")))
                .start();
    }

    private static String output(Path home) throws IOException {
        return Files.readString(home.resolve("output.txt"));
    }
}
