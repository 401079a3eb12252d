package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import io.jenkins.plugins.stackdeploy.ros.RosService;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that waits for many stacks and tells what that takes: {@code ours|peer ENDPOINT COUNT}. Prints how many threads
 * that is more than it began with, how many of them are the watcher's, and how many bytes of live heap each deployment takes.
 */
public final class WaitProbe {
    private static final String HOURS = StackTemplates.ros(36_000);
    private static final Duration MOST = Duration.ofMinutes(2);

    private static final int THREADS_AT_START =
            ManagementFactory.getThreadMXBean().getThreadCount();

    private WaitProbe() {}

    /**
     * Measures once.
     *
     * @param arguments who waits, for stacks of which cloud, and how many
     */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("ours")) {
            ours(arguments[1], count);
        } else {
            peer(URI.create(arguments[1]), count);
        }
        System.exit(0);
    }

    private static void ours(String endpoint, int count) throws Exception {
        InstantSource clock = InstantSource.system();
        RosService service = RosService.at(endpoint, Keys.number(1).id(), Keys.SECRET);
        Set<String> told = ConcurrentHashMap.newKeySet();
        try (RosFleet fleet =
                new RosFleet(clock, budgets -> new Watcher(clock, budgets), Integer.MAX_VALUE, History.NONE)) {
            begin(fleet, service, "first", told);
            await(() -> told.size() == 1);
            Usage before = Usage.now();
            for (int number = 0; number < count; number++) {
                begin(fleet, service, "bench" + number, told);
            }
            await(() -> told.size() == count + 1);
            Usage.now().tell(before, count);
        }
    }

    /** Begins a deployment; its name is noted when it has shown events, of which it then knows the latest. */
    private static void begin(RosFleet fleet, RosService service, String stackName, Set<String> told) {
        fleet.deploy(service, stackName, HOURS, StackTemplates.RESOURCES, line -> {
            if (line.contains("CREATE_IN_PROGRESS")) {
                told.add(stackName);
            }
        });
    }

    private static void peer(URI endpoint, int count) throws Exception {
        ThreadPerWait peer = new ThreadPerWait();
        String template = StackTemplates.aws(36_000);
        begin(peer, endpoint, "first", template);
        await(() -> waiting() >= 1);
        Usage before = Usage.now();
        for (int number = 0; number < count; number++) {
            begin(peer, endpoint, "bench" + number, template);
        }
        await(() -> waiting() >= count + 1);
        TimeUnit.SECONDS.sleep(2);
        Usage.now().tell(before, count);
    }

    private static void begin(ThreadPerWait peer, URI endpoint, String stackName, String template) {
        AwsPeer.Job job = new AwsPeer.Job(endpoint, Keys.number(1), stackName, template, Path.of("."));
        Thread step = new Thread(() -> Scratch.run(() -> peer.deploy(job)), "step");
        step.setDaemon(true);
        step.start();
    }

    private static long waiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("waiter"))
                .count();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all of them wait after " + MOST);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** What is in use at a moment. */
    private record Usage(int threads, long heap) {
        static Usage now() {
            MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return new Usage(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    memory.getHeapMemoryUsage().getUsed());
        }

        void tell(Usage before, int count) {
            long watching = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("stack-deploy-"))
                    .count();
            System.out.println((threads - THREADS_AT_START) + " " + watching + " " + (heap - before.heap) / count);
        }
    }
}
