package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewCacheTest {
    @TempDir
    Path home;

    private final Map<Path, Integer> readings = new ConcurrentHashMap<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final ViewCache cache = new ViewCache(this::read);

    private Optional<DeploymentView> read(String id, Path file) throws IOException {
        readings.merge(file, 1, Integer::sum);
        if (id.startsWith("slow")) {
            awaitSlowDisk();
        }
        return DeploymentHistory.read(id, file);
    }

    private void awaitSlowDisk() {
        try {
            assertThat(slow.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private BuildDeployments build(String name) throws IOException {
        File directory = home.resolve(name).toFile();
        Run<?, ?> run = new FreeStyleBuild(new FreeStyleProject(null, "job")) {
            @Override
            public File getRootDir() {
                return directory;
            }
        };
        return new BuildDeployments(run, cache);
    }

    private Path record(String build, String id, Entry entry) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve(build).resolve(DeploymentFiles.FOLDER).resolve(id));
        Path file = folder.resolve(DeploymentFiles.EVENTS);
        new EventFile(() -> file, Masking.NONE, EventLimits.USUAL).record(entry);
        return file;
    }

    private static CompletableFuture<List<DeploymentView>> lookAt(BuildDeployments build) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return build.views();
                    } catch (IOException failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                work -> new Thread(work, "looking on").start());
    }

    @Test
    void eachOfManyDeploymentsIsReadOnceHoweverOftenSomebodyLooks() throws IOException {
        for (int number = 0; number < 300; number++) {
            record("1", "d" + number, Entries.begun("stack" + number));
        }

        assertThat(build("1").views()).hasSize(300);
        assertThat(build("1").views()).hasSize(300);

        assertThat(readings).hasSize(300).allSatisfy((file, times) -> assertThat(times)
                .isEqualTo(1));
    }

    @Test
    void newsOfOneDeploymentHaveThatOneReadAgain() throws IOException {
        Path quiet = record("1", "quiet", Entries.begun("a"));
        Path busy = record("1", "busy", Entries.begun("b"));
        build("1").views();
        record("1", "busy", new Entry.Status(Entries.at(4), "UPDATE_IN_PROGRESS"));

        assertThat(build("1").views()).extracting(DeploymentView::status).contains("UPDATE_IN_PROGRESS");
        assertThat(readings).containsEntry(quiet, 1).containsEntry(busy, 2);
    }

    @Test
    void slowBuildHoldsUpNobodyElse() throws Exception {
        Path held = record("1", "slow", Entries.begun("a"));
        record("2", "quick", Entries.begun("b"));
        CompletableFuture<List<DeploymentView>> waiting = lookAt(build("1"));
        await().until(() -> readings.containsKey(held));

        assertThat(lookAt(build("2")).get(30, TimeUnit.SECONDS)).hasSize(1);

        assertThat(waiting).isNotDone();
        slow.countDown();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void peopleWhoLookAtTheSameTimeShareOneReading() throws Exception {
        Path held = record("1", "slow", Entries.begun("a"));
        List<CompletableFuture<List<DeploymentView>>> looks = List.of(lookAt(build("1")), lookAt(build("1")));
        await().until(() -> readings.containsKey(held));
        slow.countDown();

        for (CompletableFuture<List<DeploymentView>> look : looks) {
            assertThat(look.get(30, TimeUnit.SECONDS)).hasSize(1);
        }
        assertThat(readings).containsEntry(held, 1);
    }
}
