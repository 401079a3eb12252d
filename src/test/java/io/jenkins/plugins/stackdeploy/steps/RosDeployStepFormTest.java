package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosDeployStepFormTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 60);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void closedBlockOfTheFormLeavesTheDeletionProtectionAlone() {
        JSONObject closed =
                new JSONObject().element("changesDeletionProtection", "false").element("deletionProtection", "true");
        JSONObject open =
                new JSONObject().element("changesDeletionProtection", "true").element("deletionProtection", "true");
        RosDeployStep.DescriptorImpl descriptor = new RosDeployStep.DescriptorImpl();

        assertThatThrownBy(() -> descriptor.newInstance(null, closed)).isInstanceOf(Descriptor.FormException.class);
        assertThatThrownBy(() -> descriptor.newInstance(null, open)).isInstanceOf(Descriptor.FormException.class);

        assertThat(closed.has("deletionProtection")).isFalse();
        assertThat(open.has("deletionProtection")).isTrue();
    }

    @Test
    void scriptsGiveMapsListsOrText() {
        DescribableModel<RosDeployStep> model = DescribableModel.of(RosDeployStep.class);

        assertThat(model.instantiate(Map.of("stackName", "a", "parameters", Map.of("K", "V")), null)
                        .getParameters())
                .containsEntry("K", "V");
        assertThat(model.instantiate(Map.of("stackName", "a", "tags", List.of("A=1", "B=2")), null)
                        .getTagsText())
                .isEqualTo("A=1\nB=2");
        assertThat(model.instantiate(Map.of("stackName", "a", "parameters", "ParameterKey=K,ParameterValue=V"), null)
                        .getParametersText())
                .isEqualTo("ParameterKey=K,ParameterValue=V");
        assertThat(model.instantiate(
                                Map.of("stackName", "a", "notificationUrls", List.of("https://x", "https://y")), null)
                        .getNotificationUrls())
                .containsExactly("https://x", "https://y");
    }

    @Test
    void snippetsHoldOnlyWhatWasGiven() {
        RosDeployStep step = new RosDeployStep("web");
        step.setConnection("local");
        step.setTemplate("main.yaml");
        step.setOnFailure("fail");
        step.setWait(true);
        step.setEvents("changes");

        assertThat(DescribableModel.of(RosDeployStep.class).uninstantiate2(step).getArguments())
                .isEqualTo(Map.of("stackName", "web", "connection", "local", "template", "main.yaml"));
    }

    @Test
    void savingTheFormKeepsAConnectionThatIsNotThereAnyMore() {
        RosDeployStep.DescriptorImpl descriptor = new RosDeployStep.DescriptorImpl();

        assertThat(descriptor.doFillConnectionItems(null, "removed"))
                .filteredOn(choice -> choice.value.equals("removed"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.name).contains("no such connection"));
        assertThat(descriptor.doFillConnectionItems(null, "local"))
                .extracting(choice -> choice.value)
                .containsOnlyOnce("local")
                .contains("", "readonly");
    }

    @Test
    void formAsksForNoNameWhereAPlanHasIt() {
        RosDeployStep.DescriptorImpl descriptor = new RosDeployStep.DescriptorImpl();

        assertThat(descriptor.doCheckStackName(null, "", "").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(descriptor.doCheckStackName(null, "", "plan.json").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(descriptor.doCheckStackName(null, "1 x", "plan.json").kind).isEqualTo(FormValidation.Kind.ERROR);
    }
}
