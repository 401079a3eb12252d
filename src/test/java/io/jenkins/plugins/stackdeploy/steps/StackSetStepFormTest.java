package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSetStepFormTest {
    @TempDir
    Path folder;

    private StackSetReader reader;

    @BeforeEach
    void start() throws Exception {
        reader = new StackSetReader(folder);
    }

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void closedBlockOfTheFormLeavesManagedExecutionAlone() throws Exception {
        JSONObject closed =
                new JSONObject().element("changesManagedExecution", "false").element("managedExecution", "true");
        JSONObject open =
                new JSONObject().element("changesManagedExecution", "true").element("managedExecution", "true");
        StackSetDeployStep.DescriptorImpl descriptor = new StackSetDeployStep.DescriptorImpl();

        assertThatThrownBy(() -> descriptor.newInstance(null, closed)).isInstanceOf(Descriptor.FormException.class);
        assertThatThrownBy(() -> descriptor.newInstance(null, open)).isInstanceOf(Descriptor.FormException.class);

        assertThat(closed.has("managedExecution")).isFalse();
        assertThat(open.has("managedExecution")).isTrue();
    }

    @Test
    void snippetsHoldOnlyWhatWasGiven() {
        StackSetDeployStep step = new StackSetDeployStep("web");
        step.setConnection("aws");
        step.setTemplate("main.yaml");
        step.setDeploymentTargetsText("111111222222");
        step.setRegionsText("us-east-1");
        step.setCallAs("SELF");
        step.setConcurrencyMode("STRICT_FAILURE_TOLERANCE");
        step.setRegionConcurrencyType("SEQUENTIAL");
        step.setInstanceFailures("fail");
        step.setEvents("changes");
        step.setWait(true);

        assertThat(DescribableModel.of(StackSetDeployStep.class)
                        .uninstantiate2(step)
                        .getArguments())
                .isEqualTo(Map.of(
                        "stackSetName", "web",
                        "connection", "aws",
                        "template", "main.yaml",
                        "deploymentTargetsText", "111111222222",
                        "regionsText", "us-east-1"));
    }

    @Test
    void choicesOfTheFormAreWhatTheStepsTake() throws Exception {
        StackSetDeployStep.DescriptorImpl form = new StackSetDeployStep.DescriptorImpl();
        for (String value : values(form.doFillPermissionModelItems(null))) {
            reader.deploy(Map.of("permissionModel", value));
        }
        for (String value : values(form.doFillOrganizationsAutoDeploymentItems(null))) {
            reader.deploy(Map.of("organizationsAutoDeployment", value));
        }
        for (String value : values(form.doFillConcurrencyModeItems(null))) {
            reader.deploy(Map.of("concurrencyMode", value));
        }
        for (String value : values(form.doFillRegionConcurrencyTypeItems(null))) {
            reader.deploy(Map.of("regionConcurrencyType", value));
        }
        for (String value : values(form.doFillCallAsItems(null))) {
            reader.deploy(Map.of("callAs", value));
        }
        for (String value : values(form.doFillInstanceFailuresItems(null))) {
            reader.deploy(Map.of("instanceFailures", value));
        }
        Map<String, Object> places = new HashMap<>(
                Map.of("organizationalUnitIds", "ou-1111-1example", "regions", "us-east-1", "accountFilterType", ""));
        reader.deploy(places);
        places.put("accounts", "111111222222");
        for (String value : values(form.doFillAccountFilterTypeItems(null))) {
            if (!value.isEmpty()) {
                places.put("accountFilterType", value);
                assertThat(reader.deploy(places).targets().accountFilter()).hasToString(value);
            }
        }
    }

    private static List<String> values(ListBoxModel choices) {
        List<String> values = choices.stream().map(option -> option.value).toList();
        assertThat(values).hasSizeGreaterThan(1);
        return values;
    }
}
