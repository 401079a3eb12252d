package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.push.NotificationEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosNotificationsTest {
    private static final String TOKEN = "a".repeat(64);

    @TempDir
    Path folder;

    private EmbeddedJenkins start(String url) throws IOException {
        String location = url == null ? "" : "  location: {url: \"" + url + "\"}\n";
        Path config = Files.writeString(
                folder.resolve("jenkins.yaml"),
                "unclassified:\n" + location + "  stackDeploy: {rosNotifications: true}\n");
        return EmbeddedJenkins.start(folder.resolve("home"), config);
    }

    private static FormValidation check(boolean value) {
        return StackDeployConfiguration.get().doCheckRosNotifications(String.valueOf(value));
    }

    @Test
    void theSettingIsReadKeptAndMakesAnAddress() throws Exception {
        try (EmbeddedJenkins jenkins = start("https://jenkins.example.com/ci/")) {
            assertThat(StackDeployConfiguration.get().isRosNotifications()).isTrue();
            assertThat(NotificationEndpoint.address(TOKEN))
                    .contains("https://jenkins.example.com/ci/stack-deploy-notify/" + TOKEN);
            assertThat(check(true).kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(check(true).getMessage()).contains("https://jenkins.example.com/ci/");

            StackDeployConfiguration.get().setRosNotifications(false);
            assertThat(NotificationEndpoint.address(TOKEN)).isEmpty();
            assertThat(check(false).getMessage()).isNull();
        }
        Files.delete(folder.resolve("home/jenkins.yaml"));
        try (EmbeddedJenkins resumed = EmbeddedJenkins.resume(folder.resolve("home"))) {
            assertThat(StackDeployConfiguration.get().isRosNotifications()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://jenkins.example.com/, does not begin with https://", ", does not know its own address"})
    void withoutASafeAddressThereIsAWarningAndRosIsAskedNothing(String url, String why) throws Exception {
        try (EmbeddedJenkins jenkins = start(url)) {
            assertThat(check(true).kind).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(check(true).getMessage()).contains(why);
            assertThat(NotificationEndpoint.address(TOKEN)).isEmpty();
        }
    }

    @Test
    void whoMayNotConfigureJenkinsIsToldNothing() throws Exception {
        try (EmbeddedJenkins jenkins = start("http://jenkins.example.com/")) {
            jenkins.jenkins().setAuthorizationStrategy(new AuthorizationStrategy() {
                @Override
                public ACL getRootACL() {
                    return ACL.lambda2((who, what) -> false);
                }
            });
            assertThat(check(true).kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(check(true).getMessage()).isNull();
        }
    }
}
