package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void everythingHasADefault() {
        DemoOptions options = DemoOptions.parse();

        assertThat(options.jenkinsfile()).isEqualTo(Path.of("Jenkinsfile").toAbsolutePath());
        assertThat(options.home()).isNull();
        assertThat(options.isYes()).isFalse();
        assertThat(options.isResume()).isFalse();
    }

    @Test
    void optionsComeInAnyOrder() {
        DemoOptions options = DemoOptions.parse(
                "--param", "A=1", "--workspace", "/w", "--yes", "my.jenkinsfile", "--param", "B=x=y", "--home", "h");

        assertThat(options.parameters()).isEqualTo(Map.of("A", "1", "B", "x=y"));
        assertThat(options.workspace()).isEqualTo(Path.of("/w"));
        assertThat(options.jenkinsfile()).isEqualTo(Path.of("my.jenkinsfile"));
        assertThat(options.home()).isAbsolute();
        assertThat(options.isYes()).isTrue();
    }

    @Test
    void theCloudsListenWhereTheyAreTold() {
        DemoOptions options = DemoOptions.parse("clouds", "--cloudformation-port", "4566", "--ros-port", "4567");

        assertThat(options.isClouds()).isTrue();
        assertThat(options.cloudFormationPort()).isEqualTo(4566);
        assertThat(options.rosPort()).isEqualTo(4567);
        assertThat(DemoOptions.parse("clouds").cloudFormationPort()).isZero();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> DemoOptions.parse("clouds", "--cloudformation-port", "70000"))
                .hasMessage("--cloudformation-port needs a port from 0 to 65535");
        assertThatThrownBy(() -> DemoOptions.parse("clouds", "--ros-port", "x"))
                .hasMessage("--ros-port needs a port, not x");
        assertThatThrownBy(() -> DemoOptions.parse("--nope")).hasMessage("unknown argument --nope");
        assertThatThrownBy(() -> DemoOptions.parse("--home")).hasMessage("--home needs a value");
        assertThatThrownBy(() -> DemoOptions.parse("--param", "A")).hasMessage("--param needs NAME=VALUE");
        assertThatThrownBy(() -> DemoOptions.parse("resume")).hasMessage("resume needs --home");
        assertThatThrownBy(() -> DemoOptions.parse("a", "b")).hasMessage("unknown argument b");
    }
}
