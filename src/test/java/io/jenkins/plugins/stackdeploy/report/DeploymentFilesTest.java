package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.GoneException;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.PrintedMark;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFilesTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final Operation operation = new Operation();
    private DeploymentFiles files;
    private Path saved;

    @BeforeEach
    void save() throws IOException {
        files = new DeploymentFiles(folder);
        saved = folder.resolve("operation.json");
        operation.begin(START, START.plusSeconds(60));
        files.journal().save(operation);
    }

    /** Whatever a crash left of the next one: it was not saved. */
    @Test
    void aFileThatWasNotWrittenToItsEndCountsForNothing() throws IOException {
        byte[] whole = Files.readAllBytes(saved);
        Path part = folder.resolve("operation.json.part");
        for (int length = 0; length <= whole.length; length++) {
            Files.write(part, Arrays.copyOf(whole, length));

            assertThat(files.operation(Operation.class))
                    .map(Operation::startedAt)
                    .hasValue(START);
        }
        operation.newToken();
        files.journal().save(operation);

        assertThat(files.operation(Operation.class)).map(Operation::token).hasValue(operation.token());
        assertThat(part).doesNotExist();
    }

    @Test
    void whatWasNeverSavedIsNotThere() throws IOException {
        Files.delete(saved);

        assertThat(files.operation(Operation.class)).isEmpty();
        assertThat(files.request(String.class)).isEmpty();
    }

    /** No crash does this. To begin anew might do a thing twice. */
    @Test
    void aDamagedFileIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(saved);
        for (int length = 0; length < whole.length; length++) {
            damage(Arrays.copyOf(whole, length));
        }
        damage("null".getBytes(StandardCharsets.UTF_8));
        damage(new byte[4096]);
        byte[] longer = Arrays.copyOf(whole, whole.length + 10);
        damage(longer);
    }

    private void damage(byte[] content) throws IOException {
        Files.write(saved, content);

        assertThatThrownBy(() -> files.operation(Operation.class))
                .as("%d bytes", content.length)
                .isInstanceOf(AbortException.class)
                .hasMessageContaining(saved.toString())
                .hasMessageContaining("is damaged");
    }

    @Test
    void whatWasPrintedIsRememberedByTheNextProcess() throws IOException {
        assertThat(files.printed().last()).isZero();

        files.printed().printed(1);
        files.printed().printed(70_000);

        assertThat(new DeploymentFiles(folder).printed().last()).isEqualTo(70_000);
    }

    @Test
    void aMarkThatWasNotWrittenToItsEndCountsForNothing() throws IOException {
        files.printed().printed(3);
        Path mark = folder.resolve("printed");
        Files.write(mark, Arrays.copyOf(Files.readAllBytes(mark), 2));

        assertThat(files.printed().last()).isZero();
    }

    /** Jenkins lets people move a job whose builds run. */
    @Test
    void theFilesGoWithABuildThatIsMoved() throws IOException {
        AtomicReference<Path> place = new AtomicReference<>(Files.createDirectory(folder.resolve("here")));
        Run<?, ?> build = at(place);
        DeploymentFiles moving = new DeploymentFiles(build, "1");
        moving.saveRequest("what was asked");
        Journal<Operation> journal = moving.journal();
        PrintedMark printed = moving.printed();
        Recorder recorder = moving.recorder(Masking.NONE);
        recorder.record(Entries.resource(0, "Vpc", "CREATE_IN_PROGRESS"));

        Files.move(place.get(), folder.resolve("there"));
        place.set(folder.resolve("there"));
        journal.save(operation);
        printed.printed(7);
        recorder.record(Entries.resource(1, "Vpc", "CREATE_COMPLETE"));

        assertThat(folder.resolve("here")).doesNotExist();
        DeploymentFiles there = new DeploymentFiles(build, "1");
        assertThat(there.request(String.class)).hasValue("what was asked");
        assertThat(there.operation(Operation.class)).map(Operation::startedAt).hasValue(START);
        assertThat(there.printed().last()).isEqualTo(7);
        assertThat(Files.readAllLines(there.path(DeploymentFiles.EVENTS))).hasSize(2);
    }

    /** Jenkins takes every numbered directory for a build, and makes no new one of that number. */
    @Test
    void aBuildThatWasDeletedGetsNoNewDirectory() throws IOException {
        Path place = Files.createDirectory(folder.resolve("1"));
        DeploymentFiles deleted = new DeploymentFiles(at(new AtomicReference<>(place)), "1");
        Files.delete(place);

        assertThatThrownBy(() -> deleted.journal().save(operation)).isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> deleted.saveRequest("what was asked")).isInstanceOf(GoneException.class);
        assertThat(place).doesNotExist();
    }

    private static Run<?, ?> at(AtomicReference<Path> place) throws IOException {
        return new FreeStyleBuild(new FreeStyleProject(null, "job")) {
            @Override
            public File getRootDir() {
                return place.get().toFile();
            }
        };
    }

    @Test
    void allFilesCanBeForgotten() throws IOException {
        files.saveRequest("what was asked");

        files.delete();
        files.delete();

        assertThat(folder).doesNotExist();
    }
}
