package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path folder;

    private Path home;
    private Path config;

    @BeforeEach
    void configure() throws Exception {
        home = folder.resolve("home");
        config = Files.writeString(folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: key, username: AK7, password: "${NOT_SET:-s3cret-pass}"}
                          - string: {id: token, secret: t0ken-text, description: a token}
                          - usernamePassword: {scope: SYSTEM, id: hidden, username: x, password: y}
                """);
    }

    @Test
    void secretsAreVariablesAndStarsInTheLog() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
            Pipelines.Ended ended = Pipelines.run(jenkins, """
                    node {
                        withCredentials([usernamePassword(credentialsId: 'key', usernameVariable: 'U', passwordVariable: 'P'),
                                         string(credentialsId: 'token', variable: 'T')]) {
                            sh 'echo "$U:$P:$T" | tr a-z A-Z; echo "$U:$P:$T"'
                            echo "length ${P.length()} ${env.T}"
                        }
                        echo "after ${env.P}"
                    }
                    """, Map.of());

            assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
            assertThat(ended.output())
                    .contains("AK7:S3CRET-PASS:T0KEN-TEXT", "AK7:****:****", "length 11 ****", "after null");
            assertThat(ended.log()).doesNotContain("s3cret-pass", "t0ken-text");
        }
    }

    @Test
    void declarativeEnvironmentTakesCredentials() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
            Pipelines.Ended ended = Pipelines.run(jenkins, """
                    pipeline {
                        agent any
                        environment { LOGIN = credentials('key'); TOKEN = credentials("${'to' + 'ken'}") }
                        stages { stage('S') { steps {
                            echo "user ${LOGIN_USR} right ${LOGIN_PSW == 's3cret' + '-pass'} ${LOGIN == 'AK7:s3cret' + '-pass'} ${TOKEN.length()}"
                        } } }
                    }
                    """, Map.of());

            assertThat(ended.output()).contains("user AK7 right true true 10");
        }
    }

    @Test
    void missingCredentialsAreNamed() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
            Pipelines.Ended ended = Pipelines.run(
                    jenkins, "withCredentials([string(credentialsId: 'nope', variable: 'X')]) { }", Map.of());

            assertThat(ended.output()).contains("ERROR: Could not find credentials entry with ID 'nope'");
        }
    }

    @Test
    void savedProgramDoesNotHoldThePlainSecret() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
            PipelineRun run = jenkins.createPipeline(
                            "p",
                            "withCredentials([string(credentialsId: 'token', variable: 'T')]) { input 'wait' ; echo \"T is ${T}\" }",
                            null)
                    .schedule(Map.of(), "alice");
            Awaitility.await().until(() -> !run.questions().isEmpty());

            Path program = run.getRootDir().toPath().resolve("program.dat");
            assertThat(new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1))
                    .doesNotContain("t0ken-text");
            jenkins.kill();
        }
        try (EmbeddedJenkins second = EmbeddedJenkins.resume(home)) {
            PipelineRun resumed = second.pipeline("p").getBuildByNumber(1);
            Awaitility.await().until(() -> !resumed.questions().isEmpty());
            resumed.questions().get(0).yes("alice");

            assertThat(resumed.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.SUCCESS);
            assertThat(resumed.getLog()).contains("T is ****");
        }
    }

    @Test
    void lookUpKeepsSystemCredentialsFromBuilds() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
            PipelineRun run = jenkins.createPipeline("p", "input 'wait'", null).schedule(Map.of(), "alice");

            assertThat(CredentialsProvider.findCredentialById("key", StandardUsernamePasswordCredentials.class, run)
                            .getPassword()
                            .getPlainText())
                    .isEqualTo("s3cret-pass");
            assertThat(CredentialsProvider.findCredentialById("token", StringCredentials.class, run)
                            .getDescription())
                    .isEqualTo("a token");
            assertThat(CredentialsProvider.findCredentialById("token", StandardUsernamePasswordCredentials.class, run))
                    .isNull();
            assertThat(CredentialsProvider.findCredentialById("hidden", StandardUsernamePasswordCredentials.class, run))
                    .isNull();
        }
    }
}
