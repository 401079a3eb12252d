package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentHistoryTest {
    @TempDir
    Path folder;

    private Optional<DeploymentView> read(Entry... entries) throws IOException {
        Path file = folder.resolve("events.jsonl");
        List.of(entries).forEach(new EventFile(() -> file, Masking.NONE, EventLimits.USUAL)::record);
        return DeploymentHistory.read("d1", file);
    }

    @Test
    void nothingIsShownBeforeADeploymentHasBegun() throws IOException {
        assertThat(read(new Entry.Status(Entries.at(1), "CREATE_IN_PROGRESS"))).isEmpty();
    }

    @Test
    void whileItGoesOnStageStatusAndActionAreTheLatest() throws IOException {
        DeploymentView view = read(
                        Entries.begun("web"),
                        new Entry.Reached(Entries.at(1), Stage.SUBMITTING),
                        new Entry.Accepted(Entries.at(2), "UPDATE", "id-1", "https://ros.console.aliyun.com/x"),
                        new Entry.Reached(Entries.at(3), Stage.RUNNING),
                        new Entry.Status(Entries.at(4), "UPDATE_IN_PROGRESS"),
                        new Entry.Begun(Entries.at(0), Entry.Target.ROS_STACK, "web", "cn-hangzhou", 0))
                .orElseThrow();

        assertThat(view.state()).isEqualTo(DeploymentView.State.RUNNING);
        assertThat(view.stage()).isEqualTo(Stage.RUNNING);
        assertThat(view.status()).isEqualTo("UPDATE_IN_PROGRESS");
        assertThat(view.tone()).isEqualTo(Tone.RUNNING);
        assertThat(view.action()).isEqualTo("UPDATE");
        assertThat(view.consoleUrl()).isEqualTo("https://ros.console.aliyun.com/x");
        assertThat(view.startedAt()).isEqualTo(Entries.START);
        assertThat(view.afterTheBuild().state()).isEqualTo(DeploymentView.State.UNWATCHED);
    }

    @Test
    void theEndHasTheLastWord() throws IOException {
        DeploymentView view = read(
                        Entries.begun("web"),
                        new Entry.Accepted(Entries.at(2), "UPDATE", "id-1", null),
                        new Entry.Status(Entries.at(4), "UPDATE_IN_PROGRESS"),
                        Entries.ended(
                                9,
                                Outcome.Kind.SUCCESS,
                                Map.of(
                                        "action", "UPDATE",
                                        "status", "UPDATE_COMPLETE",
                                        "changed", true,
                                        "consoleUrl", "javascript:alert(1)",
                                        "outputs", Map.of("Port", 80))))
                .orElseThrow();

        assertThat(view.state()).isEqualTo(DeploymentView.State.SUCCESS);
        assertThat(view.afterTheBuild()).isEqualTo(view);
        assertThat(view.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(view.endedAt()).isEqualTo(Entries.at(9));
        assertThat(view.outputs()).containsExactly(Map.entry("Port", "80"));
        assertThat(view.consoleUrl()).isNull();
    }

    @Test
    void aResourceHasASpanForEachThingThatWasDoneToItAndKeepsTheReasonOfItsFailure() throws IOException {
        DeploymentView view = read(
                        Entries.begun("web"),
                        Entries.resource(5, "Db", "CREATE_IN_PROGRESS"),
                        Entries.resource(1, "Vpc", "CREATE_IN_PROGRESS"),
                        Entries.resource(4, "Vpc", "CREATE_FAILED", "quota exceeded"),
                        Entries.resource(4, "Vpc", "CREATE_FAILED", "quota exceeded"),
                        Entries.resource(6, "Vpc", "DELETE_IN_PROGRESS", "rollback"),
                        Entries.resource(8, "Vpc", "DELETE_COMPLETE", "rolled back"))
                .orElseThrow();

        assertThat(view.resources()).extracting(ResourceView::path).containsExactly("Vpc", "Db");
        ResourceView vpc = view.resources().get(0);
        assertThat(vpc.reason()).isEqualTo("quota exceeded");
        assertThat(vpc.spans())
                .containsExactly(
                        new ResourceView.Span("CREATE_FAILED", Tone.FAILED, Entries.at(1), Entries.at(4)),
                        new ResourceView.Span("DELETE_COMPLETE", Tone.DONE, Entries.at(6), Entries.at(8)));
        assertThat(view.resources().get(1).spans().get(0).to()).isNull();
    }

    @Test
    void deletingUndoesWhenSomethingWasToBeCreatedAndIsWantedOtherwise() throws IOException {
        Entry accepted = new Entry.Accepted(Entries.at(1), "CREATE", "id-1", null);
        Entry deleted = Entries.resource(2, "Vpc", "DELETE_COMPLETE", "rolled back");
        ResourceView undone = read(Entries.begun("web"), accepted, deleted)
                .orElseThrow()
                .resources()
                .get(0);
        assertThat(undone.tone()).isEqualTo(Tone.UNDONE);
        assertThat(undone.spans()).extracting(ResourceView.Span::tone).containsExactly(Tone.UNDONE);

        Entry update = new Entry.Accepted(Entries.at(3), "UPDATE", "id-1", null);
        assertThat(read(update).orElseThrow().resources().get(0).tone()).isEqualTo(Tone.DONE);
        Entry rollingBack = new Entry.Status(Entries.at(4), "ROLLBACK_IN_PROGRESS");
        assertThat(read(rollingBack).orElseThrow().resources().get(0).tone()).isEqualTo(Tone.UNDONE);
    }

    @Test
    void somethingThatBeginsBeforeTheLastThingHasEndedEndsIt() throws IOException {
        DeploymentView view = read(
                        Entries.begun("web"),
                        Entries.resource(1, "Vpc", "UPDATE_IN_PROGRESS"),
                        Entries.resource(3, "Vpc", "ROLLBACK_IN_PROGRESS"))
                .orElseThrow();

        assertThat(view.resources().get(0).spans())
                .containsExactly(
                        new ResourceView.Span("UPDATE_IN_PROGRESS", Tone.RUNNING, Entries.at(1), Entries.at(3)),
                        new ResourceView.Span("ROLLBACK_IN_PROGRESS", Tone.RUNNING, Entries.at(3), null));
    }

    @Test
    void instancesAreKnownByAccountAndRegion() throws IOException {
        DeploymentView view = read(
                        Entries.begunStackSet("guard", 3),
                        Entries.instance("222222222222", "us-east-1", "RUNNING", null),
                        Entries.instance("111111111111", "us-west-2", "SUCCEEDED", ""),
                        Entries.instance("222222222222", "us-east-1", "FAILED", "no role"))
                .orElseThrow();

        assertThat(view.instances())
                .containsExactly(
                        new InstanceView("111111111111", "us-west-2", "SUCCEEDED", Tone.DONE, ""),
                        new InstanceView("222222222222", "us-east-1", "FAILED", Tone.FAILED, "no role"));
        assertThat(view.count(Tone.FAILED)).isEqualTo(1);
        assertThat(view.expected()).isEqualTo(3);
    }
}
