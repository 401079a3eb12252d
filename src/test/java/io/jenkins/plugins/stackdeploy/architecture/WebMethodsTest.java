package io.jenkins.plugins.stackdeploy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** Whatever a browser may call is called by POST, unless it only reads, and looks at who calls. */
class WebMethodsTest {
    /** Lists that are the same for everybody. */
    private static final Set<String> THE_SAME_FOR_EVERYBODY = Set.of(
            "doFillOnFailureItems",
            "doFillOnAbortItems",
            "doFillEventsItems",
            "doFillReplacementsItems",
            "doFillDeletionsItems",
            "doFillCallAsItems",
            "doFillRegionConcurrencyTypeItems",
            "doFillConcurrencyModeItems",
            "doFillInstanceFailuresItems",
            "doFillAccountFilterTypeItems",
            "doFillPermissionModelItems",
            "doFillOrganizationsAutoDeploymentItems",
            "doFillOnTimeoutItems",
            "doFillOnRejectItems",
            "doFillOutdatedItems");

    /** What only reads, so that a page can ask for it again and again; by GET and nothing else. */
    private static final Set<String> READING = Set.of("doData", "doStatus", "doPlan");

    /** A cloud calls it, which has no log-in; it changes nothing but when the watcher looks. */
    private static final Set<String> FOR_EVERYBODY = Set.of("NotificationEndpoint.doDynamic");

    private static final Set<String> CHECKS = Set.of("checkPermission", "hasPermission", "checkAnyPermission");

    private static List<JavaMethod> webMethods() {
        return PluginCode.CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getName().matches("do[A-Z].*"))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }

    @Test
    void thereAreWebMethodsToCheck() {
        assertThat(webMethods())
                .extracting(JavaMethod::getName)
                .contains("doTestConnection", "doCheckStackName", "doFillCredentialsIdItems");
    }

    @TestFactory
    List<DynamicTest> everyWebMethodThatOnlyReadsIsAGet() {
        return webMethods().stream()
                .filter(method -> READING.contains(method.getName()))
                .map(method -> DynamicTest.dynamicTest(
                        method.getFullName(),
                        () -> assertThat(method.isAnnotatedWith(GET.class)).isTrue()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyOtherWebMethodIsAPost() {
        return webMethods().stream()
                .filter(method -> !READING.contains(method.getName()))
                .map(method -> DynamicTest.dynamicTest(
                        method.getFullName(),
                        () -> assertThat(method.isAnnotatedWith(POST.class)).isTrue()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyWebMethodChecksAPermission() {
        return webMethods().stream()
                .filter(method -> !THE_SAME_FOR_EVERYBODY.contains(method.getName()))
                .filter(method -> !FOR_EVERYBODY.contains(method.getOwner().getSimpleName() + "." + method.getName()))
                .map(method -> DynamicTest.dynamicTest(
                        method.getFullName(), () -> assertThat(checks(method)).isTrue()))
                .toList();
    }

    /** Itself, by way of the shared choices of credentials or check of names, or by handing all over to one that does. */
    private static boolean checks(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> CHECKS.contains(call.getTarget().getName())
                        || call.getTargetOwner().getSimpleName().equals("CredentialChoices")
                        || call.getTarget().getName().equals("checkName")
                        || handsOver(method, call));
    }

    private static boolean handsOver(JavaCodeUnit method, JavaMethodCall call) {
        return call.getTargetOwner().equals(method.getOwner())
                && call.getTarget().getName().startsWith("do")
                && call.getTarget()
                        .resolveMember()
                        .filter(WebMethodsTest::checks)
                        .isPresent();
    }

    @Test
    void theSharedCheckOfNamesChecksAPermission() {
        List<JavaMethod> shared = PluginCode.CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getName().equals("checkName"))
                .toList();
        assertThat(shared).hasSize(1).allMatch(method -> method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> CHECKS.contains(call.getTarget().getName())));
    }

    @Test
    void theSharedChoicesOfCredentialsCheckAPermission() {
        assertThat(PluginCode.CLASSES.get(PluginCode.ROOT + "credentials.CredentialChoices").getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .isNotEmpty()
                .allMatch(method -> method.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTarget().getName())
                        .anyMatch(name -> CHECKS.contains(name) || name.equals("mayChoose")));
    }
}
