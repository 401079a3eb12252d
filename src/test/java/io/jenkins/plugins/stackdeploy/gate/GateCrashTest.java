package io.jenkins.plugins.stackdeploy.gate;

import static io.jenkins.plugins.stackdeploy.gate.GateFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The controller dies with the ledger written up to any of its bytes, and people, who were told of nothing that is not in it,
 * click again: the gate ends as it would have ended, and everything is in the ledger once.
 */
class GateCrashTest {
    /** Within a line one place is like the other. */
    private static final int STRIDE = 7;

    @TempDir
    Path folder;

    /** What people do; who does something that was done before is refused. */
    private interface Click {
        void on(GateFixture fixture) throws RefusedException, IOException;
    }

    private enum Course {
        APPROVED(GateState.APPROVED, approval("bob"), approval("carol"), approval("dave")),
        REJECTED(GateState.REJECTED, approval("bob"), fixture -> fixture.gate.reject(person("carol", "ops"), "no")),
        EXPIRED(GateState.EXPIRED_REJECTED, approval("bob"), fixture -> {
            fixture.pass(Duration.ofHours(2));
            fixture.gate.look();
        }),
        SUPERSEDED(GateState.SUPERSEDED, approval("bob"), fixture -> fixture.gate.supersede("#7")),
        ABORTED(GateState.ABORTED, approval("bob"), fixture -> fixture.gate.abort("stopped"));

        private final GateState end;
        private final List<Click> clicks;

        Course(GateState end, Click... clicks) {
            this.end = end;
            this.clicks = List.of(clicks);
        }

        private static Click approval(String user) {
            return fixture -> fixture.approve(user, "ops");
        }
    }

    private GateFixture open(String name) throws IOException {
        GatePolicy policy = GatePolicy.of(GateRule.some(3, List.of(), List.of("ops")));
        return new GateFixture(folder.resolve(name), policy, Duration.ofHours(1), false);
    }

    private static void click(GateFixture fixture, Course course) throws IOException {
        for (Click click : course.clicks) {
            try {
                click.on(fixture);
            } catch (RefusedException doneBefore) {
                assertThat(doneBefore.refusal()).isIn(Refusal.ALREADY_APPROVED, Refusal.SETTLED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void theGateEndsAsItWouldHaveEndedWhereverTheLedgerIsTorn(Course course) throws Exception {
        GateFixture whole = open(course + " whole");
        click(whole, course);
        assertThat(whole.gate.state()).isEqualTo(course.end);
        byte[] ledger = Files.readAllBytes(whole.file());

        for (int length = 0; length <= ledger.length; length++) {
            if (length % STRIDE == 0 || isAboutALineEnd(ledger, length)) {
                survives(course, Arrays.copyOf(ledger, length), whole.gate.decisions());
            }
        }
    }

    private static boolean isAboutALineEnd(byte[] ledger, int length) {
        return IntStream.rangeClosed(length - 2, length + 1)
                .filter(at -> at >= 0 && at < ledger.length)
                .anyMatch(at -> ledger[at] == '\n');
    }

    private void survives(Course course, byte[] torn, List<Decision> decisions) throws Exception {
        GateFixture fixture = open(course + " " + torn.length);
        Files.createDirectories(fixture.file().getParent());
        Files.write(fixture.file(), torn);
        fixture.reopen();
        List<Decision> before = fixture.gate.decisions();

        fixture.gate.look();
        click(fixture, course);

        assertThat(fixture.gate.state()).isEqualTo(course.end);
        assertSame(fixture.gate.decisions(), decisions);
        assertThat(fixture.told).hasSize(decisions.size() - before.size());
        fixture.reopen();
        assertSame(fixture.gate.decisions(), decisions);
    }

    /** But for the moment at which each was taken: some were taken again. */
    private static void assertSame(List<Decision> actual, List<Decision> expected) {
        assertThat(actual)
                .extracting(GateCrashTest::essence)
                .isEqualTo(expected.stream().map(GateCrashTest::essence).toList());
    }

    private static List<Object> essence(Decision decision) {
        return Arrays.asList(
                decision.number(),
                decision.kind(),
                decision.by(),
                decision.comment(),
                decision.places(),
                decision.state());
    }
}
