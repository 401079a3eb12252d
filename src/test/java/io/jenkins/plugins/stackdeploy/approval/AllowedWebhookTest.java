package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an administrator lets webhooks go. */
class AllowedWebhookTest {
    @ParameterizedTest
    @CsvSource({
        "hooks.example.com, https://hooks.example.com/a?b=c, true",
        "Hooks.Example.com, https://HOOKS.example.COM:443/, true",
        "hooks.example.com, http://hooks.example.com/, false",
        "hooks.example.com, https://hooks.example.com:8443/, false",
        "hooks.example.com, https://evil.com/hooks.example.com, false",
        "hooks.example.com, https://hooks.example.com.evil.com/, false",
        "hooks.example.com, https://hooks.example.com@evil.com/, false",
        "hooks.example.com, https://evil.com@hooks.example.com/, false",
        "*.example.com, https://a.b.example.com/, true",
        "*.example.com, https://example.com/, false",
        "*.example.com, https://badexample.com/, false",
        "http://chat.internal:8065/hooks/, http://chat.internal:8065/hooks/x, true",
        "http://chat.internal:8065/hooks, http://chat.internal:8065/hooks, true",
        "http://chat.internal:8065/hooks, http://chat.internal:8065/hooks/x, true",
        "http://chat.internal:8065/hooks, http://chat.internal:8065/hooks2, false",
        "http://chat.internal:8065/hooks/, http://chat.internal:8065/hooks/../admin, false",
        "http://chat.internal:8065/hooks/, http://chat.internal:8065/hooks/%2e%2e/admin, false",
        "http://chat.internal:8065/hooks/, https://chat.internal:8065/hooks/x, false",
        "http://chat.internal:8065/hooks/, http://chat.internal/hooks/x, false",
        "https://a.example.com, https://a.example.com/any, true"
    })
    void allows(String line, String address, boolean allowed) {
        assertThat(AllowedWebhook.of(line)).isPresent();
        assertThat(AllowedWebhook.of(line).orElseThrow().allows(address)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.", "ftp://a.example.com/", "https://", "a b", "https://u:p@a.example.com/", "-"})
    void whatCannotBeReadIsSaid(String line) {
        assertThat(AllowedWebhook.of(line)).isEmpty();
    }

    @Test
    void listIsAppliedWhenGatesOpenAndWhenTheySend(@TempDir Path home) throws Exception {
        try (GateFixture fixture = new GateFixture(home)) {
            PipelineRun before =
                    fixture.beginAtGate("manualGate name: 'g', approvers: ['bob'], notify: 'http://127.0.0.1:1/token'");
            GateConfiguration.get().setAllowedWebhooks("hooks.example.com\n*.chat.example.com");

            PipelineRun refused = fixture.begin(
                    "q",
                    "manualGate name: 'g', notify: ['https://hooks.example.com/x', 'http://169.254.169.254/token']");

            assertThat(GateFixture.end(refused)).isEqualTo(Result.FAILURE);
            assertThat(refused.getLog())
                    .contains("notify: webhooks may not go to the address of item 2.")
                    .doesNotContain("169.254", "/token");
            GateFixture.approve(GateFixture.awaitGate(before, 1), "bob");
            assertThat(GateFixture.end(before)).isEqualTo(Result.SUCCESS);
            assertThat(before.getLog())
                    .contains(
                            "Note: 127.0.0.1 was not notified (the administrator does not allow its address any more).");
        }
    }

    @Test
    void settingSurvivesARestart(@TempDir Path home) throws Exception {
        try (GateFixture fixture = new GateFixture(home)) {
            GateConfiguration.get().setAllowedWebhooks(" hooks.example.com \n\n");
            fixture.kill();
            fixture.restart();

            assertThat(GateConfiguration.get().getAllowedWebhooks()).isEqualTo("hooks.example.com");
            assertThat(GateConfiguration.get().allows("https://other.example.com/"))
                    .isFalse();
            GateConfiguration.get().setAllowedWebhooks("");
            assertThat(GateConfiguration.get().allows("https://other.example.com/"))
                    .isTrue();
        }
    }

    @Test
    void settingCanBeMadeAsCode(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), """
                unclassified:
                  stackDeployGates:
                    allowedWebhooks: |
                      hooks.example.com
                      *.chat.example.com
                """);
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(folder.resolve("home"), file)) {
            assertThat(jenkins.runningBuilds()).isEmpty();
            assertThat(GateConfiguration.get().allows("https://a.chat.example.com/x"))
                    .isTrue();
            assertThat(GateConfiguration.get().allows("https://example.com/")).isFalse();
        }
    }

    @Test
    void formSaysWhichLineCannotBeRead(@TempDir Path home) throws Exception {
        try (GateFixture fixture = new GateFixture(home)) {
            GateConfiguration form = ExtensionList.lookupSingleton(GateConfiguration.class);
            assertThat(form.doCheckAllowedWebhooks("hooks.example.com\nftp://x/").kind)
                    .isEqualTo(FormValidation.Kind.ERROR);
            assertThat(form.doCheckAllowedWebhooks("hooks.example.com").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(fixture.jenkins.jenkins()).isNotNull();
        }
    }
}
