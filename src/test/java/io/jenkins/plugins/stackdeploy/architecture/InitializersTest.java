package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import hudson.init.Initializer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializersTest {
    /** Jenkins does not start at all when an initializer fails that is fatal, as they are unless they say otherwise. */
    @Test
    void noInitializerKeepsJenkinsFromStarting() {
        List<JavaMethod> initializers = PluginCode.CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Initializer.class))
                .toList();

        assertThat(initializers).isNotEmpty().allSatisfy(method -> assertThat(
                        method.getAnnotationOfType(Initializer.class).fatal())
                .as(method.getFullName())
                .isFalse());
    }
}
