package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.kills.Boundaries;
import io.jenkins.plugins.stackdeploy.kills.World;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A local CloudFormation in which something is done to the stack set "web". */
final class StackSetWorld implements World<StackSetFacts> {
    /** A line that tells how an instance has ended; that one runs may be over before it is seen. */
    private static final Pattern EVENT = Pattern.compile("  [a-z]+-[a-z]+-\\d  \\d{12}  (SUCCEEDED|FAILED|CANCELLED)");

    /**
     * What there is afterwards.
     *
     * @param operations what the service has started since the beginning, in order
     * @param effects how often each action of those on stack sets has changed something
     */
    record End(List<String> operations, Map<String, Integer> effects) {}

    private final Deployer deployer;
    private final Supplier<StackSetRequest> request;
    private final End end;
    private final Consumer<Outcome> expected;
    private final int before;

    StackSetWorld(
            ReplayAnswer replay,
            Consumer<Deployer> setting,
            Supplier<StackSetRequest> request,
            End end,
            Consumer<Outcome> expected)
            throws IOException {
        // Quick, so that an operation is over after two or three looks: more of them tell nothing new.
        this.deployer =
                Deployer.inProcess(builder -> builder.replayAnswers(replay).timeScale(10));
        this.request = request;
        this.end = end;
        this.expected = expected;
        setting.accept(deployer);
        this.before = deployer.console.size();
    }

    @Override
    public Underway<StackSetFacts> begin(StackSetFacts facts, DeploymentFiles files, Boundaries boundaries) {
        deployer.sdk = new LossyClient(boundaries)::around;
        deployer.journal = boundaries.journal(files);
        deployer.printed = files.printed();
        return deployer.begin(request.get(), facts);
    }

    @Override
    public void restart() {
        deployer.restart();
    }

    @Override
    public List<String> events() {
        return deployer.console.stream()
                .skip(before)
                .filter(EVENT.asMatchPredicate())
                .toList();
    }

    @Override
    public void check(Outcome outcome) {
        expected.accept(outcome);
        assertThat(deployer.aws.operations())
                .extracting(operation -> operation.action().name())
                .containsExactlyElementsOf(end.operations);
        end.effects.forEach((action, times) ->
                assertThat(deployer.aws.effects(action)).as(action).hasSize(times));
    }

    @Override
    public void close() {
        deployer.close();
    }
}
