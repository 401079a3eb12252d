package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackgroundTest {
    private final ExecutorService threads = MoreExecutors.newDirectExecutorService();
    private final List<Object> told = new ArrayList<>();
    private final Background background = new Background(threads, "shop", told::add);

    static Stream<Throwable> failures() {
        return Stream.of(
                new IOException("the agent is gone"),
                new IllegalStateException("a mistake"),
                new NoSuchMethodError("of a plugin in another version"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverFailsIsToldOnce(Throwable failure) {
        background.run(() -> fail(failure));

        assertThat(told).containsExactly(failure);
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void whatWorksIsDoneOnce() {
        background.run(() -> told.add("done"));

        assertThat(told).containsExactly("done");
    }

    /** A file that is closed by shutting down is no reason to fail the build, which goes on after the restart. */
    @Test
    void whatShuttingDownBreaksIsNotTold() {
        background.run(() -> {
            threads.shutdown();
            throw new IOException("stream closed");
        });

        assertThat(told).isEmpty();
    }

    @Test
    void whatAnInterruptBreaksIsNotTold() {
        background.run(() -> {
            Thread.currentThread().interrupt();
            throw new IOException("closed by interrupt");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void interruptIsKeptForTheThread() {
        background.run(() -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void workForThreadsThatAreShutDownIsLeftForAfterTheRestart() {
        threads.shutdown();

        background.run(() -> told.add("done"));

        assertThat(told).isEmpty();
    }
}
