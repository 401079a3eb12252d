package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plugin where the metrics plugin is not installed, which brings the types of metrics. */
class WithoutMetricsTest {
    /** Used only after somebody has looked that what they need is there. */
    private static final Set<String> NEED_METRICS = Set.of(
            PluginCode.ROOT + "health.StackDeployMetrics",
            PluginCode.ROOT + "health.StackDeployMetrics$1",
            PluginCode.ROOT + "health.MetricsPlugin$Types");

    private final ClassLoader without = new HidingClassLoader("com.codahale.", "jenkins.metrics.");

    @Test
    void whatMentionsMetricsIsApartFromEverythingElse() {
        assertThat(PluginCode.CLASSES.stream()
                        .filter(each -> each.getDirectDependenciesFromSelf().stream()
                                .anyMatch(used ->
                                        used.getTargetClass().getPackageName().startsWith("com.codahale")))
                        .map(each -> each.getName()))
                .containsExactlyInAnyOrderElementsOf(NEED_METRICS);
    }

    @Test
    void theStartIsNotHeldUp() throws Exception {
        Class<?> plugin = Class.forName(PluginCode.ROOT + "health.MetricsPlugin", true, without);

        plugin.getMethod("register").invoke(null);

        assertThat(plugin.getClassLoader()).isSameAs(without);
        assertThat(plugin.getDeclaredMethods()).isNotEmpty();
    }

    @Test
    void classesThatNeedMetricsReallyDo() {
        assertThatThrownBy(() -> Class.forName(PluginCode.ROOT + "health.StackDeployMetrics", true, without))
                .isInstanceOf(NoClassDefFoundError.class);
    }
}
