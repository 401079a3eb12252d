package io.jenkins.plugins.stackdeploy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    private static final String[] JENKINS = {
        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "com.alibabacloud.credentials.."
    };
    private static final String[] SDKS = {"com.aliyun..", "com.aliyuncs..", "software.amazon..", "com.amazonaws.."};

    @Test
    void thereIsSomethingToCheck() {
        List<String> packages = PluginCode.CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();

        assertThat(packages)
                .contains(
                        PluginCode.ROOT + "engine",
                        PluginCode.ROOT + "template",
                        PluginCode.ROOT + "plan",
                        PluginCode.ROOT + "ros",
                        PluginCode.ROOT + "credentials",
                        PluginCode.ROOT + "report",
                        PluginCode.ROOT + "push",
                        PluginCode.ROOT + "health",
                        PluginCode.ROOT + "gate",
                        PluginCode.ROOT + "approval",
                        PluginCode.ROOT + "steps")
                .noneMatch(name -> name.contains("localcloud") || name.contains("embedded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "template", "plan", "gate"})
    void theCoreKnowsNeitherJenkinsNorAnSdk(String name) {
        noClasses()
                .that()
                .resideInAPackage(PluginCode.ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JENKINS)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(SDKS)
                .allowEmptyShould(true)
                .check(PluginCode.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ros", "cloudformation"})
    void theCloudsKnowNoJenkins(String name) {
        noClasses()
                .that()
                .resideInAPackage(PluginCode.ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JENKINS)
                .allowEmptyShould(true)
                .check(PluginCode.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "engine, ''",
        "template, ''",
        "gate, engine",
        "plan, engine template",
        "ros, engine template plan",
        "cloudformation, engine template plan",
        "credentials, engine ros cloudformation",
        "report, engine",
        "push, engine credentials",
        "health, engine report approval steps",
        "approval, engine template plan gate report"
    })
    void aPackageUsesOnlyWhatIsBelowIt(String name, String below) {
        List<String> allowed = Arrays.asList((name + " " + below).split(" "));
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "packages of the plugin other than " + allowed,
                used -> used.getPackageName().startsWith(PluginCode.ROOT)
                        && allowed.stream().noneMatch(each -> (used.getPackageName() + ".")
                                .startsWith(PluginCode.ROOT + each + ".")));
        noClasses()
                .that()
                .resideInAPackage(PluginCode.ROOT + name + "..")
                .should()
                .dependOnClassesThat(others)
                .allowEmptyShould(true)
                .check(PluginCode.CLASSES);
    }

    @Test
    void nothingKnowsOfTheStandIn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PluginCode.ROOT + "embedded..", PluginCode.ROOT + "localcloud..")
                .check(PluginCode.CLASSES);
    }

    @Test
    void onlyTheClientKnowsTheVendorsSdk() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TeaRosApi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.aliyun..")
                .check(PluginCode.CLASSES);
    }

    /** What mentions it fails to load where the plugins that bring it are not installed. */
    @Test
    void onlyWhatCallsAwsKnowsItsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PluginCode.ROOT + "cloudformation..")
                .and()
                .doNotHaveFullyQualifiedName(PluginCode.ROOT + "credentials.AwsPlugin$Types")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(PluginCode.CLASSES);
    }
}
