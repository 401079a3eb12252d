package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.kills.Boundaries;
import io.jenkins.plugins.stackdeploy.kills.World;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A local ROS in which something is done to the stack "web". */
final class RosWorld implements World<RosOperation> {
    /** An event's line; when it was seen, and how many resources were done then, differ. */
    private static final Pattern EVENT = Pattern.compile("  \\d\\d:\\d\\d:\\d\\d  (.*?)( +\\d+/\\d+)?");

    /** Begins what is done, or goes on with it. */
    interface Deed {
        Underway<RosOperation> begin(Deployer deployer, RosOperation facts);
    }

    /** Makes the world what it is before, and answers what is to be done there. */
    interface Setting {
        Deed prepare(Deployer deployer);
    }

    /**
     * What there is afterwards.
     *
     * @param status the stack's; an empty text when it is gone
     * @param effects how often each action has changed something since the beginning
     */
    record End(String status, Map<String, Integer> effects) {}

    private static final List<String> CHANGES = List.of(
            "CreateStack", "UpdateStack", "DeleteStack", "CreateChangeSet", "DeleteChangeSet", "ExecuteChangeSet");

    private final Deployer deployer;
    private final Deed deed;
    private final End end;
    private final Consumer<Outcome> expected;
    private final int before;

    RosWorld(Setting setting, End end, Consumer<Outcome> expected) throws IOException {
        this.deployer = Deployer.start();
        deployer.inProcess = true;
        this.deed = setting.prepare(deployer);
        this.end = end;
        this.expected = expected;
        this.before = deployer.console.size();
    }

    @Override
    public Underway<RosOperation> begin(RosOperation facts, DeploymentFiles files, Boundaries boundaries) {
        deployer.api = api -> (action, query, body) -> boundaries.call(
                action,
                () -> api.call(action, query, body),
                () -> new CloudException(FaultKind.NO_ANSWER, action, null, "the answer is lost", null));
        deployer.journal = boundaries.journal(files);
        deployer.printed = files.printed();
        return deed.begin(deployer, facts);
    }

    @Override
    public void restart() {
        deployer.restart();
    }

    @Override
    public List<String> events() {
        return deployer.console.stream()
                .skip(before)
                .map(EVENT::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    @Override
    public void check(Outcome outcome) {
        expected.accept(outcome);
        assertThat(deployer.status("web")).isEqualTo(end.status);
        for (String action : CHANGES) {
            assertThat(deployer.ros.effects(action)).as(action).hasSize(end.effects.getOrDefault(action, 0));
        }
    }

    @Override
    public void close() {
        deployer.close();
    }
}
