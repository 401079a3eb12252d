package io.jenkins.plugins.stackdeploy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.text.DateFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForbiddenCallsTest {
    /** What converts between bytes and text by the default charset unless it is given one. */
    private static final Set<String> CONVERTERS = Set.of(
            FileReader.class.getName(),
            FileWriter.class.getName(),
            InputStreamReader.class.getName(),
            OutputStreamWriter.class.getName());

    private static void forbid(String what, DescribedPredicate<JavaCall<?>> call) {
        noClasses().should().callCodeUnitWhere(call.as(what)).check(PluginCode.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> calling(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                "a call",
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && List.of(names).contains(call.getTarget().getName()));
    }

    @Test
    void nobodyEndsTheController() {
        forbid("ending the JVM", calling(System.class, "exit"));
        forbid("ending the JVM", calling(Runtime.class, "exit", "halt"));
    }

    @Test
    void nobodyPrintsPastTheLogs() {
        forbid("printing a stack trace", calling(Throwable.class, "printStackTrace"));
        noClasses().should().accessField(System.class, "out").check(PluginCode.CLASSES);
        noClasses().should().accessField(System.class, "err").check(PluginCode.CLASSES);
    }

    @Test
    void nobodyReadsTimesWithTheOldClasses() {
        forbid("parsing a java.util.Date", calling(java.util.Date.class, "parse"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DateFormat.class)
                .check(PluginCode.CLASSES);
    }

    @Test
    void nobodyUsesTheDefaultCharset() {
        forbid("asking for the default charset", calling(Charset.class, "defaultCharset"));
        forbid(
                "converting by the default charset",
                DescribedPredicate.describe("a conversion", call -> convertsByDefault(call.getTarget())));
    }

    private static boolean convertsByDefault(CodeUnitCallTarget target) {
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean given =
                parameters.contains(Charset.class.getName()) || parameters.contains("java.nio.charset.CharsetDecoder");
        String owner = target.getOwner().getName();
        boolean text = owner.equals(String.class.getName())
                && ((target.getName().equals("getBytes") && parameters.isEmpty())
                        || (target.getName().equals("<init>") && parameters.equals(List.of("[B"))));
        boolean stream = target.getName().equals("<init>")
                && (CONVERTERS.contains(owner)
                        || (owner.equals(PrintWriter.class.getName()) && parameters.contains("java.io.OutputStream")));
        return text || (stream && !given);
    }

    @Test
    void nobodySleepsOnAThreadOfTheController() {
        forbid("sleeping", calling(Thread.class, "sleep"));
    }
}
