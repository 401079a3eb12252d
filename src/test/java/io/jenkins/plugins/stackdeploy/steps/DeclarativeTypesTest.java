package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.approval.ManualGateStep;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A declarative Pipeline refuses text that is written out where a list or a map is declared, before anything runs. */
class DeclarativeTypesTest {
    static Stream<Class<? extends Step>> steps() {
        return Stream.of(
                RosDeployStep.class,
                RosPlanStep.class,
                RosDeleteStep.class,
                StackSetDeployStep.class,
                StackSetPlanStep.class,
                StackInstancesStep.class,
                StackSetDeleteStep.class);
    }

    static Stream<Class<? extends Step>> gate() {
        return Stream.of(ManualGateStep.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatMayBeTextTooIsDeclaredAsAnything(Class<? extends Step> step) {
        DescribableModel<? extends Step> model = DescribableModel.of(step);

        assertThat(model.getParameters())
                .filteredOn(parameter -> model.getParameter(parameter.getName() + "Text") != null)
                .isNotEmpty()
                .extracting(DescribableParameter::getErasedType)
                .containsOnly(Object.class);
    }

    /** It insists on everything that a constructor takes, too. */
    @Test
    void aStackNeedNotBeNamedBesideAPlan() {
        assertThat(DescribableModel.of(RosDeployStep.class)
                        .getParameter("stackName")
                        .isRequired())
                .isFalse();
        assertThat(DescribableModel.of(StackSetDeployStep.class)
                        .getParameter("stackSetName")
                        .isRequired())
                .isFalse();
    }

    /** Jenkins' reference of steps shows an error in place of such an argument. */
    @ParameterizedTest
    @MethodSource({"steps", "gate"})
    void noArgumentIsDeclaredAsAMap(Class<? extends Step> step) {
        assertThat(DescribableModel.of(step).getParameters())
                .extracting(DescribableParameter::getErasedType)
                .doesNotContain(Map.class);
    }
}
