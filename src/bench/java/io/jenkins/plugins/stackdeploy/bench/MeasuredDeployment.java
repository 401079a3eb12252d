package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import io.jenkins.plugins.stackdeploy.ros.RosService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Deploys one stack in real time and asks the cloud when it really ended. */
final class MeasuredDeployment {
    private static final String OURS = "Stack Deploy";

    private MeasuredDeployment() {}

    /** Deploys a ROS stack with the real watcher and client, alone in an account. */
    static Deployment ours(LocalRos ros, Keys keys, int seconds) throws IOException {
        RosService service = RosService.at(ros.endpoint(), keys.id(), Keys.SECRET);
        AtomicReference<Instant> firstEvent = new AtomicReference<>();
        InstantSource clock = InstantSource.system();
        try (RosFleet fleet =
                new RosFleet(clock, budgets -> new Watcher(clock, budgets), RosClient.CALLS_PER_MINUTE, History.NONE)) {
            Outcome outcome = fleet.deploy(
                            service, "bench", StackTemplates.ros(seconds), StackTemplates.RESOURCES, line -> {
                                if (line.contains("CREATE_IN_PROGRESS")) {
                                    firstEvent.compareAndSet(null, clock.instant());
                                }
                            })
                    .over()
                    .join();
            Instant ended = clock.instant();
            List<RequestRecord> requests = keys.of(ros.requests());
            Instant began = requests.stream()
                    .filter(request -> request.action().equals("CreateStack") && request.effect())
                    .findFirst()
                    .orElseThrow(() -> new IOException(outcome.message()))
                    .at();
            return new Deployment(
                    OURS,
                    new AwsPeer.Seen(outcome.succeeded(), ended, firstEvent.get(), outcome.message()),
                    began,
                    began.plus(Duration.ofSeconds(seconds)),
                    Keys.byAction(requests));
        }
    }

    /** Deploys a CloudFormation stack with a peer. */
    static Deployment of(AwsPeer peer, LocalAws aws, Keys keys, int seconds) throws Exception {
        Path folder = Scratch.folder();
        AwsPeer.Seen seen =
                peer.deploy(new AwsPeer.Job(aws.endpoint(), keys, "bench", StackTemplates.aws(seconds), folder));
        if (!seen.succeeded()) {
            throw new IOException(peer.name() + " failed: " + seen.problem());
        }
        Map<String, Long> calls = Keys.byAction(keys.of(aws.requests()));
        try (CloudFormationClient client = AwsClients.of(aws.endpoint(), keys)) {
            List<StackEvent> ofStack =
                    client.describeStackEventsPaginator(stack -> stack.stackName("bench")).stackEvents().stream()
                            .filter(event -> event.resourceType().equals("AWS::CloudFormation::Stack"))
                            .toList();
            return new Deployment(
                    peer.name(), seen, at(ofStack, "CREATE_IN_PROGRESS"), at(ofStack, "CREATE_COMPLETE"), calls);
        }
    }

    private static Instant at(List<StackEvent> events, String status) {
        return events.stream()
                .filter(event -> event.resourceStatusAsString().equals(status))
                .findFirst()
                .orElseThrow()
                .timestamp();
    }
}
