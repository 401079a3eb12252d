package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import hudson.init.Initializer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Jobs are there by then, but Pipeline does not know yet which builds it is to resume: a build is loaded no earlier. */
    @Test
    void noInitializerLoadsBuilds() {
        Deque<JavaMethod> open = new ArrayDeque<>();
        PluginCode.CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Initializer.class))
                .forEach(open::add);
        Set<JavaMethod> called = new HashSet<>();
        while (!open.isEmpty()) {
            for (JavaMethodCall call : open.remove().getMethodCallsFromSelf()) {
                call.getTarget().resolveMember().filter(called::add).ifPresent(open::add);
            }
        }

        assertThat(called)
                .isNotEmpty()
                .extracting(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .doesNotContain("Run.fromExternalizableId");
    }
}
