package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import io.jenkins.plugins.stackdeploy.ros.RosFleet;
import io.jenkins.plugins.stackdeploy.ros.RosService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A controller with many deployments, and the local ROS that it calls over HTTP. Both live in virtual time. */
final class VirtualFleet implements AutoCloseable {
    private static final int NO_LIMIT = 60_000_000;
    private static final Duration MOST = Duration.ofHours(24);

    final VirtualTime time = new VirtualTime();
    final Keys keys = Keys.number(1);
    final LocalRos ros;
    private final RosService service;
    private final History history;
    private RosFleet fleet;

    VirtualFleet(UnaryOperator<LocalRosBuilder> change) throws IOException {
        this(change, History.NONE);
    }

    VirtualFleet(UnaryOperator<LocalRosBuilder> change, History history) throws IOException {
        this.history = history;
        ros = change.apply(keys.addTo(LocalRos.builder().clock(time))).start();
        service = RosService.at(ros, keys.id(), Keys.SECRET, time);
        fleet = fleet(NO_LIMIT);
    }

    private RosFleet fleet(int callsPerMinute) {
        return new RosFleet(time, time::watcher, callsPerMinute, history);
    }

    /** Goes on as another controller, whose budgets are full and keep to a limit. */
    void restart(int callsPerMinute, List<RosFleet.Deployed> underWay) {
        fleet.close();
        fleet = fleet(callsPerMinute);
        underWay.forEach(fleet::goOn);
    }

    /** Begins so many deployments at once. */
    List<RosFleet.Deployed> begin(int count, IntFunction<String> template) {
        List<RosFleet.Deployed> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            all.add(fleet.deploy(
                    service, "bench" + number, template.apply(number), StackTemplates.RESOURCES, line -> {}));
        }
        return all;
    }

    /** Begins deployments without any limit, until all their stacks are being waited for. */
    List<RosFleet.Deployed> beginUntilWatched(int count, IntFunction<String> template) {
        List<RosFleet.Deployed> all = begin(count, template);
        time.runUntil(() -> all.stream().allMatch(RosFleet.Deployed::isWatched), MOST);
        return all;
    }

    /** Lets time pass until all are over. */
    void finish(List<RosFleet.Deployed> all) {
        time.runUntil(() -> all.stream().allMatch(one -> one.over().isDone()), MOST);
    }

    @Override
    public void close() {
        fleet.close();
        ros.close();
    }
}
