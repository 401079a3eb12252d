package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import hudson.model.Run;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plugin where neither the AWS SDK nor the aws-credentials plugin is installed. Jenkins loads extensions, and reflects
 * on steps, forms, actions and everything that they name: none of it may need the SDK.
 */
class WithoutAwsTest {
    private static final String[] HIDDEN = {"software.amazon.", "com.cloudbees.jenkins.plugins.awscredentials."};

    /** Used only after somebody has looked that what they need is there. */
    private static final Set<String> NEED_AWS = Set.of(PluginCode.ROOT + "credentials.AwsPlugin$Types");

    private final ClassLoader without = new HidingClassLoader(HIDDEN);

    /** Everything outside of the package that calls AWS, and the requests in it that steps keep. */
    static List<String> classesThatJenkinsMaySee() {
        return PluginCode.CLASSES.stream()
                .filter(each -> !each.getPackageName().equals(PluginCode.ROOT + "cloudformation")
                        || each.getSimpleName().endsWith("Request"))
                .map(JavaClass::getName)
                .filter(name -> !NEED_AWS.contains(name))
                .toList();
    }

    /** Reflection on a class links and verifies it, and resolves every type that its members mention. */
    @ParameterizedTest
    @MethodSource("classesThatJenkinsMaySee")
    void classCanBeReflectedOn(String name) throws Exception {
        Class<?> type = Class.forName(name, false, without);

        assertThat(type.getClassLoader()).isSameAs(without);
        assertThat(type.getDeclaredMethods()).doesNotContainNull();
        assertThat(type.getDeclaredConstructors()).doesNotContainNull();
        assertThat(type.getDeclaredFields()).doesNotContainNull();
        assertThat(type.getDeclaredClasses()).doesNotContainNull();
    }

    @Test
    void classesThatNeedAwsReallyDo() {
        assertThat(NEED_AWS).allSatisfy(name -> assertThatThrownBy(
                        () -> Class.forName(name, false, without).getDeclaredMethods())
                .isInstanceOf(NoClassDefFoundError.class));
        assertThatThrownBy(() -> Class.forName(PluginCode.ROOT + "cloudformation.StackSetClient", false, without)
                        .getDeclaredMethods())
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void stepsAreToldWhichPluginsToInstall() throws Exception {
        Class<?> targets = without.loadClass(PluginCode.ROOT + "credentials.AwsTarget");
        Object target = targets.getConstructors()[0].newInstance(null, "aws", "eu-west-1", null, null);
        Method problems =
                without.loadClass(PluginCode.ROOT + "credentials.AwsClients").getMethod("problems", targets, Run.class);

        assertThat((List<?>) problems.invoke(null, target, null))
                .singleElement()
                .asString()
                .contains("aws-java-sdk2-cloudformation, aws-java-sdk2-core, aws-java-sdk2-s3");
    }

    @Test
    void connectionCanBeMadeAndShown() throws Exception {
        Class<?> type = without.loadClass(PluginCode.ROOT + "credentials.AwsConnection");
        Object connection = type.getConstructors()[0].newInstance("aws", "key", "eu-west-1");

        assertThat(type.getMethod("getRegion").invoke(connection)).isEqualTo("eu-west-1");
        assertThat(type.getMethod("getCallsPerMinute").invoke(connection)).isNull();
        Object form = without.loadClass(PluginCode.ROOT + "credentials.AwsConnection$DescriptorImpl")
                .getConstructor()
                .newInstance();
        assertThat(form.getClass().getMethod("getDisplayName").invoke(form)).isEqualTo("AWS");
    }
}
