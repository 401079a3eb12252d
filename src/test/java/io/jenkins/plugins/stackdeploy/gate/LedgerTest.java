package io.jenkins.plugins.stackdeploy.gate;

import static io.jenkins.plugins.stackdeploy.gate.GateFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    private GateFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new GateFixture(folder, GatePolicy.of(GateRule.some(3, List.of(), List.of("ops"))));
    }

    @Test
    void aGateReadAgainStandsWhereItStood() throws Exception {
        fixture.gate.approve(person("bob", "ops"), Answer.because("looks\ngood, \u4e00\u5207\u6b63\u5e38"));
        List<Decision> before = fixture.gate.decisions();

        fixture.reopen();

        assertThat(fixture.gate.decisions()).isEqualTo(before);
        assertThat(before.get(0).comment()).isEqualTo("looks\ngood, \u4e00\u5207\u6b63\u5e38");
        assertThat(before.get(0).at()).isEqualTo(GateFixture.START);
        assertThat(Files.readAllLines(fixture.file())).hasSize(1);
    }

    /** A crash may cut the last line anywhere: what came before it counts, and it can be decided again. */
    @Test
    void tornLastLineCountsForNothing() throws Exception {
        fixture.approve("bob", "ops");
        byte[] one = Files.readAllBytes(fixture.file());
        fixture.approve("carol", "ops");
        byte[] two = Files.readAllBytes(fixture.file());

        for (int length : IntStream.range(one.length, two.length).toArray()) {
            Files.write(fixture.file(), Arrays.copyOf(two, length));
            fixture.reopen();
            assertThat(fixture.gate.decisions()).hasSize(1);
            fixture.approve("carol", "ops");
            assertThat(Files.readAllBytes(fixture.file())).isEqualTo(two);
        }
    }

    /** Killed after the last approval and before what it settles: it is settled, without a further approval. */
    @Test
    void crashBeforeSettlingIsMadeUpFor() throws Exception {
        fixture.approve("bob", "ops");
        fixture.approve("carol", "ops");
        fixture.approve("dave", "ops");
        String whole = Files.readString(fixture.file());
        Files.writeString(fixture.file(), whole.substring(0, whole.lastIndexOf("{\"number\":4")));
        fixture.told.clear();
        fixture.reopen();
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);

        fixture.gate.look();

        assertThat(Files.readString(fixture.file())).isEqualTo(whole);
        assertThat(fixture.told).extracting(Decision::state).containsExactly(GateState.APPROVED);
        fixture.gate.look();
        assertThat(fixture.told).hasSize(1);
    }

    @Test
    void crashBeforeARejectionSettlesIsMadeUpFor() throws Exception {
        fixture.gate.reject(person("bob", "ops"), "no");
        String whole = Files.readString(fixture.file());
        Files.writeString(fixture.file(), whole.substring(0, whole.indexOf('\n') + 1));
        fixture.reopen();

        fixture.gate.look();

        assertThat(fixture.gate.state()).isEqualTo(GateState.REJECTED);
        assertThat(Files.readString(fixture.file())).isEqualTo(whole);
    }

    @Test
    void changedRecordIsAnError() throws Exception {
        fixture.approve("bob", "ops");
        fixture.approve("carol", "ops");
        List<String> lines = Files.readAllLines(fixture.file());

        for (String changed : List.of(lines.get(1), "{}", "null", "not json", "[1]")) {
            Files.writeString(fixture.file(), changed + "\n", StandardCharsets.UTF_8);
            assertThatThrownBy(fixture::reopen).isInstanceOf(IOException.class).hasMessageContaining("line 1");
        }
    }

    @Test
    void decisionThatCannotBeWrittenIsNotTaken() throws Exception {
        Files.createDirectories(fixture.file());

        assertThatThrownBy(() -> fixture.approve("bob", "ops")).isInstanceOf(IOException.class);
        assertThat(fixture.gate.decisions()).isEmpty();
        assertThat(fixture.told).isEmpty();

        Files.delete(fixture.file());
        fixture.approve("bob", "ops");
        assertThat(fixture.gate.decisions()).extracting(Decision::number).containsExactly(1);
    }

    @Test
    void whatAFailedWriteLeftIsCutOffByTheNext() throws Exception {
        fixture.approve("bob", "ops");
        Files.writeString(fixture.file(), "{\"number\":2,\"ki", StandardOpenOption.APPEND);

        fixture.approve("carol", "ops");
        fixture.reopen();

        assertThat(fixture.gate.decisions()).extracting(Decision::by).containsExactly("bob", "carol");
    }

    /** A second reader of the file has decided: what it wrote is refused to be overwritten, and counts after a restart. */
    @Test
    void decisionsOfSomebodyElseAreNotCutOff() throws Exception {
        fixture.approve("bob", "ops");
        Gate stale = fixture.gate;
        fixture.reopen();
        fixture.gate.reject(person("carol", "ops"), "no");
        String whole = Files.readString(fixture.file());

        assertThatThrownBy(() -> stale.approve(person("dave", "ops"), Answer.PLAIN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("from line 2 on there are decisions that were not made here");

        assertThat(Files.readString(fixture.file())).isEqualTo(whole);
        assertThat(stale.decisions()).hasSize(1);
        fixture.reopen();
        assertThat(fixture.gate.state()).isEqualTo(GateState.REJECTED);
    }
}
