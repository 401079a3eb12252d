package io.jenkins.plugins.stackdeploy.report;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.time.Instant;
import java.util.Map;

/** Entries for tests, so many seconds after the beginning. */
final class Entries {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Entries() {}

    static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    static Entry begun(String name) {
        return new Entry.Begun(START, Entry.Target.ROS_STACK, name, "cn-hangzhou", 0);
    }

    static Entry begunStackSet(String name, int expected) {
        return new Entry.Begun(START, Entry.Target.STACK_SET, name, "us-east-1", expected);
    }

    static Entry.Resource resource(int seconds, String path, String status) {
        return resource(seconds, path, status, "");
    }

    static Entry.Resource resource(int seconds, String path, String status, String reason) {
        return new Entry.Resource(at(seconds), path, "ALIYUN::ECS::VPC", status, reason);
    }

    static Entry.Instance instance(String account, String region, String status, String reason) {
        return new Entry.Instance(at(1), account, region, status, reason);
    }

    static Entry ended(int seconds, Outcome.Kind kind, Map<String, Object> facts) {
        return Entry.Ended.of(at(seconds), new Outcome(kind, "stack web: it is over", facts));
    }
}
