package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final EventLimits SMALL = new EventLimits(10, 1 << 20);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    private EventFile writer(EventLimits limits) {
        return new EventFile(() -> file, Masking.NONE, limits);
    }

    private List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        EventReader.read(file, entries::add);
        return entries;
    }

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() throws IOException {
        FailureSummary summary = new FailureSummary(
                "stack web was not created",
                List.of(new FailureSummary.Cause("App/Db", "ALIYUN::RDS::DBInstance", "CREATE_FAILED", "no", "a:1")),
                List.of("Web"),
                "rolled back",
                List.of("try again"));
        List<Entry> entries = List.of(
                Entries.begun("web"),
                new Entry.Reached(Entries.at(1), Stage.SUBMITTING),
                new Entry.Accepted(Entries.at(2), "CREATE", "id-1", "https://ros.console.aliyun.com/"),
                new Entry.Status(Entries.at(3), "CREATE_IN_PROGRESS"),
                Entries.resource(4, "Vpc", "CREATE_FAILED", "no \u914d\u989d"),
                Entries.instance("111122223333", "us-east-1", "FAILED", "denied"),
                new Entry.Failed(Entries.at(5), summary),
                new Entry.LeftOut(Entries.at(6), 7),
                Entries.ended(8, Outcome.Kind.FAILURE, Map.of("outputs", Map.of("VpcId", "vpc-1"))));

        entries.forEach(writer(EventLimits.USUAL)::record);

        assertThat(read()).isEqualTo(entries);
    }

    @Test
    void secretsAreMaskedAndControlCharactersRemovedInEveryText() throws IOException {
        EventFile writer = new EventFile(() -> file, new Masking(List.of("hunter2-hunter2")), EventLimits.USUAL);
        String hostile = "\u001b[31mkey hunter2-\u0000hunter2 \u202ehunter2-hunter2\u0007";
        writer.record(Entries.resource(1, hostile, hostile, hostile));
        writer.record(
                Entries.ended(2, Outcome.Kind.SUCCESS, Map.of("outputs", Map.of(hostile, hostile), "status", hostile)));

        assertThat(Files.readString(file)).doesNotContain("hunter2-hunter2").contains("key **** ****");
        assertThat(read()).asString().doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void aSecretThatIsOneOfOurOwnWordsDoesNotMakeTheFileUnreadable() throws IOException {
        EventFile writer =
                new EventFile(() -> file, new Masking(List.of("ROS_STACK", "begun", "2026")), EventLimits.USUAL);
        writer.record(Entries.begun("web"));

        assertThat(read()).containsExactly(Entries.begun("web"));
    }

    @Test
    void aVeryLongReasonIsCut() throws IOException {
        writer(EventLimits.USUAL).record(Entries.resource(1, "Vpc", "CREATE_FAILED", "x".repeat(100_000)));

        assertThat(((Entry.Resource) read().get(0)).reason())
                .hasSize(SafeText.LONGEST + 2)
                .endsWith(" \u2026");
    }

    @Test
    void aLineThatACrashToreOffIsPassedOverAndTheNextOneStandsByItself() throws IOException {
        writer(EventLimits.USUAL).record(Entries.begun("web"));
        Files.writeString(file, "{\"kind\":\"resource\",\"ti", StandardOpenOption.APPEND);
        Files.write(file, new byte[] {(byte) 0xe9}, StandardOpenOption.APPEND);
        writer(EventLimits.USUAL).record(Entries.resource(1, "Vpc", "CREATE_COMPLETE"));

        assertThat(read()).containsExactly(Entries.begun("web"), Entries.resource(1, "Vpc", "CREATE_COMPLETE"));
    }

    @Test
    void whatANewerVersionWroteIsPassedOver() throws IOException {
        Files.writeString(file, "{\"kind\":\"weather\",\"time\":\"2026-03-01T10:00:00Z\"}\n[]\nnull\n{}\n");
        writer(EventLimits.USUAL).record(Entries.begun("web"));

        assertThat(read()).containsExactly(Entries.begun("web"));
    }

    @Test
    void afterTheLimitOnlyFailuresAndAtTheEndLastStatesAreKept() throws IOException {
        EventFile writer = writer(SMALL);
        for (int index = 0; index < 10; index++) {
            writer.record(Entries.resource(index, "R" + index, "CREATE_IN_PROGRESS"));
        }
        for (int index = 0; index < 10; index++) {
            writer.record(Entries.resource(20, "R" + index, index == 3 ? "CREATE_FAILED" : "CREATE_COMPLETE"));
            writer.record(Entries.resource(30, "R9", "DELETE_COMPLETE"));
        }
        assertThat(read()).hasSize(11).endsWith(Entries.resource(20, "R3", "CREATE_FAILED"));

        writer.record(Entries.ended(40, Outcome.Kind.FAILURE, Map.of()));

        List<Entry> all = read();
        assertThat(all)
                .contains(Entries.resource(20, "R0", "CREATE_COMPLETE"), Entries.resource(30, "R9", "DELETE_COMPLETE"))
                .doesNotContain(Entries.resource(20, "R9", "CREATE_COMPLETE"));
        assertThat(all)
                .filteredOn(Entry.LeftOut.class::isInstance)
                .singleElement()
                .isEqualTo(new Entry.LeftOut(Entries.at(40), 10));
        assertThat(all.get(all.size() - 1)).isInstanceOf(Entry.Ended.class);
    }

    @Test
    void failuresAreKeptForAsLongAgainAndThenOnlyTheirLastStates() throws IOException {
        EventFile writer = writer(SMALL);
        for (int index = 0; index < 100; index++) {
            writer.record(Entries.instance("111122223333", "region-" + index, "FAILED", ""));
        }

        assertThat(read()).hasSize(20);
    }

    @Test
    void theLimitCountsWhatAnEarlierProcessWrote() throws IOException {
        for (int index = 0; index < 30; index++) {
            writer(SMALL).record(Entries.resource(index, "R" + index, "CREATE_IN_PROGRESS"));
        }

        assertThat(read()).hasSize(10);
    }

    @Test
    void theLimitIsOneOfBytesToo() throws IOException {
        EventFile writer = writer(new EventLimits(1_000, 5_000));
        for (int index = 0; index < 100; index++) {
            writer.record(Entries.resource(index, "R" + index, "CREATE_COMPLETE", "x".repeat(500)));
        }

        assertThat(Files.size(file)).isBetween(5_000L, 6_000L);
    }

    @Test
    void aBuildThatWasDeletedMeanwhileGetsNoNewFile() {
        EventFile writer = new EventFile(() -> folder.resolve("gone/events.jsonl"), Masking.NONE, EventLimits.USUAL);
        writer.record(Entries.begun("web"));

        assertThat(folder.resolve("gone")).doesNotExist();
    }

    @Test
    void everyLineIsOneLineOfUtf8() throws IOException {
        writer(EventLimits.USUAL).record(Entries.resource(1, "Vpc", "CREATE_FAILED", "a\r\nb\u2028c \u8d44\u6e90"));

        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(((Entry.Resource) read().get(0)).reason()).startsWith("a\nb").endsWith("\u8d44\u6e90");
    }
}
