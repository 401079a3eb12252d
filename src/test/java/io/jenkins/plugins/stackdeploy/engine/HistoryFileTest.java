package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final GroupKey GROUP = new GroupKey("ros", "host", "key", "region");

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> writes = new ArrayList<>();

    private Path file() {
        return folder.resolve("stack-deploy").resolve("durations.json");
    }

    private HistoryFile history() {
        return new HistoryFile(file(), writes::add, time);
    }

    private void write() {
        List.copyOf(writes).forEach(Runnable::run);
        writes.clear();
    }

    private static History.Key key(String stack) {
        return new History.Key(GROUP, stack, "UPDATE");
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void durationsAreThereAfterARestart() {
        HistoryFile history = history();
        history.add(key("web"), Duration.ofMillis(90_700));
        history.add(key("web"), seconds(95));
        history.add(key("other"), seconds(5));
        history.add(new History.Key(GROUP, "web", "CREATE"), seconds(300));
        assertThat(file()).as("not on the thread that adds").doesNotExist();
        assertThat(writes).as("once for all").hasSize(1);
        write();

        HistoryFile again = history();

        assertThat(again.of(key("web"))).containsExactly(seconds(90), seconds(95));
        assertThat(again.of(new History.Key(GROUP, "web", "CREATE"))).containsExactly(seconds(300));
        assertThat(again.of(new History.Key(new GroupKey("ros", "host", "key", "elsewhere"), "web", "UPDATE")))
                .isEmpty();
    }

    @Test
    void theLastThirtyAreKept() {
        HistoryFile history = history();
        IntStream.range(0, 100).forEach(number -> history.add(key("web"), seconds(number)));
        write();

        assertThat(history().of(key("web"))).hasSize(30).startsWith(seconds(70)).endsWith(seconds(99));
    }

    @Test
    void stacksThatWereNotDeployedForLongestAreForgotten() throws Exception {
        HistoryFile history = history();
        history.add(key("used"), seconds(1));
        IntStream.range(0, 1_999).forEach(number -> history.add(key("stack" + number), seconds(1)));
        history.add(key("used"), seconds(2));

        history.add(key("new"), seconds(3));
        write();

        assertThat(history().of(key("used"))).hasSize(2);
        assertThat(history().of(key("new"))).hasSize(1);
        assertThat(history().of(key("stack0"))).isEmpty();
        assertThat(history().of(key("stack1"))).hasSize(1);
        assertThat(Files.size(file())).isLessThan(400_000);
    }

    @Test
    void whatIsOlderThanHalfAYearIsForgotten() {
        HistoryFile history = history();
        history.add(key("old"), seconds(1));
        time.skip(Duration.ofDays(184));

        history.add(key("young"), seconds(1));

        assertThat(history.of(key("old"))).isEmpty();
        assertThat(history.of(key("young"))).hasSize(1);
    }

    @Test
    void aDamagedFileIsBegunAnew() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "[{\"key\":");
        HistoryFile history = history();

        assertThat(history.of(key("web"))).isEmpty();
        history.add(key("web"), seconds(7));
        write();

        assertThat(history().of(key("web"))).containsExactly(seconds(7));
    }

    @Test
    void aFileThatCannotBeWrittenHoldsNothingUp() throws Exception {
        Files.writeString(folder.resolve("stack-deploy"), "in the way");
        HistoryFile history = history();

        history.add(key("web"), seconds(7));
        write();

        assertThat(history.of(key("web"))).containsExactly(seconds(7));
    }

    @Test
    void addingWhileJenkinsShutsDownIsNoError() {
        HistoryFile history = new HistoryFile(
                file(),
                work -> {
                    throw new RejectedExecutionException("shut down");
                },
                time);

        history.add(key("web"), seconds(7));

        assertThat(history.of(key("web"))).hasSize(1);
    }
}
