package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A process that deploys 500 accounts in 4 regions and tells how much heap that takes: {@code ENDPOINT KEY SECRET}. Prints how
 * many results there are, and how many bytes were live after a collection, at the most while the operation was watched and its
 * results were read, more than before.
 */
public final class StackSetMemory {
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1");
    private static final List<String> ACCOUNTS = IntStream.range(0, 500)
            .mapToObj(number -> Long.toString(200_000_000_000L + number))
            .toList();

    private StackSetMemory() {}

    /**
     * Measures once.
     *
     * @param arguments where the cloud is, and a key that it knows
     */
    public static void main(String[] arguments) throws Exception {
        InstantSource clock = InstantSource.system();
        try (StackSetFleet fleet = new StackSetFleet(
                URI.create(arguments[0]), arguments[1], arguments[2], clock, budgets -> new Watcher(clock, budgets))) {
            // What is loaded once for all deployments is not this one's.
            expectSuccess(fleet.deploySet("bench", ACCOUNTS.subList(0, 1), REGIONS.subList(0, 1)));
            MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            long before = live(memory);
            CompletableFuture<Outcome> over = fleet.deployInstances("bench", ACCOUNTS, REGIONS);
            long peak = before;
            while (!over.isDone()) {
                peak = Math.max(peak, live(memory));
                TimeUnit.MILLISECONDS.sleep(100);
            }
            int results = ((List<?>) expectSuccess(over).facts().get("instances")).size();
            System.out.println(results + " " + (peak - before));
        }
        System.exit(0);
    }

    private static long live(MemoryMXBean memory) {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static Outcome expectSuccess(CompletableFuture<Outcome> over) throws IOException {
        Outcome outcome = over.join();
        if (!outcome.succeeded()) {
            throw new IOException(outcome.message());
        }
        return outcome;
    }
}
