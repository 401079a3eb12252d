package io.jenkins.plugins.stackdeploy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;

/**
 * How the pipeline-aws plugin waits, written anew on version 2 of the SDK: a client for each step, a thread of the SDK's that
 * reads the status every second, and the step's own thread that reads the first page of events every second. Not the plugin
 * itself, which needs version 1 and a Jenkins.
 */
final class ThreadPerWait implements AwsPeer {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(10);

    private final LongAdder unreadPages = new LongAdder();
    private final ExecutorService waiters = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "waiter");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public String name() {
        return "pipeline-aws algorithm";
    }

    /** How many pages of events could not be read so far, which the plugin passes over. */
    long unreadPages() {
        return unreadPages.sum();
    }

    @Override
    public Seen deploy(Job job) throws InterruptedException {
        FirstEvent first = new FirstEvent();
        try (CloudFormationClient client = AwsClients.of(job.endpoint(), job.keys())) {
            client.createStack(stack -> stack.stackName(job.stackName()).templateBody(job.template()));
            waitPrinting(client, job.stackName(), first);
            return new Seen(true, Instant.now(), first.at, null);
        } catch (SdkException failed) {
            return new Seen(false, Instant.now(), first.at, failed.getMessage());
        } catch (ExecutionException failed) {
            return new Seen(false, Instant.now(), first.at, failed.getCause().getMessage());
        }
    }

    private static final class FirstEvent implements Consumer<String> {
        private Instant at;

        @Override
        public void accept(String line) {
            at = at == null ? Instant.now() : at;
        }
    }

    /** Waits for the end of the stack's creation. */
    private void waitPrinting(CloudFormationClient client, String stackName, Consumer<String> console)
            throws InterruptedException, ExecutionException {
        Future<?> over = waiters.submit(() -> waitForEnd(client, stackName));
        Set<String> printed = new HashSet<>();
        while (true) {
            print(client, stackName, printed, console);
            try {
                over.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                continue;
            }
        }
    }

    private static void waitForEnd(CloudFormationClient client, String stackName) {
        try (CloudFormationWaiter waiter = CloudFormationWaiter.builder()
                .client(client)
                .overrideConfiguration(
                        settings -> settings.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(POLL))
                                .maxAttempts((int) MOST.dividedBy(POLL)))
                .build()) {
            waiter.waitUntilStackCreateComplete(stack -> stack.stackName(stackName));
        }
    }

    private void print(CloudFormationClient client, String stackName, Set<String> printed, Consumer<String> console) {
        try {
            for (StackEvent event : client.describeStackEvents(stack -> stack.stackName(stackName))
                    .stackEvents()) {
                if (printed.add(event.eventId())) {
                    console.accept(event.logicalResourceId() + " " + event.resourceStatusAsString());
                }
            }
        } catch (CloudFormationException unread) {
            // The plugin says nothing of it either, and reads again a second later.
            unreadPages.increment();
        }
    }
}
