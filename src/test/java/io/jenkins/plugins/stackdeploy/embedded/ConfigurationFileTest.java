package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import io.jenkins.plugins.stackdeploy.embedded.config.ConfigurationFile;
import io.jenkins.plugins.stackdeploy.embedded.config.SystemCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    @TempDir
    Path folder;

    private EmbeddedJenkins jenkins;
    private Settings settings;
    private String rootUrl;

    @BeforeEach
    void start() throws IOException {
        jenkins = EmbeddedJenkins.builder(folder.resolve("home"))
                .extension(new Shape.DescriptorImpl())
                .start();
        settings = new Settings();
        ExtensionList.lookup(GlobalConfiguration.class).add(settings);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    private void apply(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        ConfigurationFile.read(file).apply(new SystemCredentials(), url -> rootUrl = url);
    }

    @Test
    void settingsReachTheirSettersAndAreSaved() throws Exception {
        apply("""
                jenkins: {systemMessage: ignored}
                unclassified:
                  location: {url: "https://jenkins.example.com/"}
                  testSettings:
                    title: "${HOME_OF_NOBODY:-fallback}"
                    limit: 7
                    strict: true
                    password: sec-ret
                    shapes:
                      - {name: square, sides: 4}
                      - name: triangle
                """);

        assertThat(rootUrl).isEqualTo("https://jenkins.example.com/");
        assertThat(settings.title).isEqualTo("fallback");
        assertThat(settings.limit).isEqualTo(7);
        assertThat(settings.strict).isTrue();
        assertThat(settings.password.getPlainText()).isEqualTo("sec-ret");
        assertThat(settings.shapes).hasToString("[square/4, triangle/3]");
        Path saved = folder.resolve("home").resolve(Settings.class.getName() + ".xml");
        assertThat(Files.readString(saved)).contains("<limit>7</limit>").doesNotContain("sec-ret");

        Settings read = new Settings();
        read.load();
        assertThat(read.password.getPlainText()).isEqualTo("sec-ret");
        assertThat(read.shapes).hasToString("[square/4, triangle/3]");
    }

    @Test
    void mistakesAreNamedWithTheNearestName() {
        assertThatThrownBy(() -> apply("unclassified: {testSetings: {}}"))
                .hasMessageContaining("'testSetings'; did you mean 'testSettings'?");
        assertThatThrownBy(() -> apply("unclassified: {testSettings: {limmit: 1}}"))
                .hasMessageContaining("testSettings has no setting 'limmit'; did you mean 'limit'?");
        assertThatThrownBy(() -> apply("unclassified: {testSettings: {shapes: [{name: a, side: 1}]}}"))
                .hasMessageContaining("testSettings.shapes has no setting 'side'; did you mean 'sides'?");
        assertThatThrownBy(() -> apply("credentials: {system: {domainCredentials: [{credentials: [{strin: {}}]}]}}"))
                .hasMessageContaining("Unknown kind of credentials 'strin'; did you mean 'string'?");
        assertThatThrownBy(() -> apply("a: ${SURELY_NOT_SET}")).hasMessageContaining("SURELY_NOT_SET is not set");
        assertThatThrownBy(() -> apply("a: [")).isInstanceOf(IOException.class).hasMessageContaining("not valid YAML");
    }

    /** Settings as a plugin has them. */
    @Symbol("testSettings")
    public static final class Settings extends GlobalConfiguration {
        private String title;
        private int limit;
        private boolean strict;
        private hudson.util.Secret password;
        private java.util.List<Shape> shapes;

        public void setTitle(String title) {
            this.title = title;
        }

        public void setLimit(int limit) {
            this.limit = limit;
        }

        public void setStrict(boolean strict) {
            this.strict = strict;
        }

        public void setPassword(hudson.util.Secret password) {
            this.password = password;
        }

        public void setShapes(java.util.List<Shape> shapes) {
            this.shapes = shapes;
        }
    }
}
