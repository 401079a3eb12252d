package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gates where the mailer plugin is not installed, nor the mail library that it brings. */
class WithoutMailerTest {
    private static final String NEEDS_MAILER = PluginCode.ROOT + "approval.MailPlugin$Types";

    private final ClassLoader without =
            new HidingClassLoader("hudson.tasks.Mailer", "jenkins.plugins.mailer.", "jakarta.mail.");

    static List<String> classesOfGates() {
        return PluginCode.CLASSES.stream()
                .filter(each -> each.getPackageName().equals(PluginCode.ROOT + "approval"))
                .map(JavaClass::getName)
                .filter(name -> !name.equals(NEEDS_MAILER))
                .toList();
    }

    /** Reflection on a class links and verifies it, and resolves every type that its members mention. */
    @ParameterizedTest
    @MethodSource("classesOfGates")
    void classCanBeReflectedOn(String name) throws Exception {
        Class<?> type = Class.forName(name, false, without);

        assertThat(type.getClassLoader()).isSameAs(without);
        assertThat(type.getDeclaredMethods()).doesNotContainNull();
        assertThat(type.getDeclaredConstructors()).doesNotContainNull();
        assertThat(type.getDeclaredFields()).doesNotContainNull();
        assertThat(type.getDeclaredClasses()).doesNotContainNull();
    }

    /** It is not loaded before somebody has looked that the plugin is there. */
    @Test
    void whatNeedsTheMailerReallyDoes() {
        assertThatThrownBy(() -> Class.forName(NEEDS_MAILER, false, without).getDeclaredMethods())
                .isInstanceOf(NoClassDefFoundError.class);
    }
}
