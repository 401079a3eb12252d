package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureBook;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Operation;
import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.stack.TemplateSources;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Transition;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Workbench;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimelinePropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Workbench BENCH = new Workbench(new Pace(1), new FailureBook(), new TemplateSources());

    @Property(tries = 200)
    void everyOperationComesToRestWithEveryResourceAccountedFor(
            @ForAll long seed,
            @ForAll @IntRange(max = 12) int resources,
            @ForAll @IntRange(max = 4) int parallelism,
            @ForAll boolean disableRollback) {
        Random random = new Random(seed);
        StackRecord stack = stack(parallelism, disableRollback);
        StackFamily family = new StackFamily(stack);

        Operation create =
                build(family, StackAction.CREATE, template(random, resources, "CREATE"), disableRollback, START);
        check(stack, create, parallelism);

        String end = stack.at(create.endsAt()).status();
        if (end.equals("CREATE_COMPLETE")) {
            Instant later = create.endsAt().plusSeconds(60);
            Operation update =
                    build(family, StackAction.UPDATE, template(random, resources, "UPDATE"), disableRollback, later);
            check(stack, update, parallelism);
            assertThat(stack.at(update.endsAt()).status())
                    .isIn("UPDATE_COMPLETE", disableRollback ? "UPDATE_FAILED" : "ROLLBACK_COMPLETE");
        } else {
            assertThat(end).isEqualTo(disableRollback ? "CREATE_FAILED" : "CREATE_ROLLBACK_COMPLETE");
        }
    }

    @Property(tries = 200)
    void aCancelledOperationComesToRestToo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 10) int resources,
            @ForAll @IntRange(max = 30) int seconds,
            @ForAll boolean safe,
            @ForAll boolean rollBack) {
        Random random = new Random(seed);
        StackRecord stack = stack(0, false);
        StackFamily family = new StackFamily(stack);
        Operation create = build(family, StackAction.CREATE, template(random, resources, "NEVER"), false, START);
        Instant at = START.plusSeconds(seconds);
        if (create.endsAt().isAfter(at)) {
            OperationPlan.cancel(BENCH, family, stack, safe, rollBack, "R", at);

            check(stack, create, 0);
            assertThat(stack.at(create.endsAt()).status())
                    .isEqualTo(rollBack ? "CREATE_ROLLBACK_COMPLETE" : "CREATE_FAILED");
        }
    }

    private static void check(StackRecord stack, Operation operation, int parallelism) {
        Map<String, String> running = new HashMap<>();
        Instant last = operation.submittedAt();
        for (Transition transition : operation.timeline()) {
            assertThat(transition.at()).isAfterOrEqualTo(last);
            last = transition.at();
            if (!transition.ofStack() && transition.eventId() != null) {
                if (transition.status().endsWith("_IN_PROGRESS")) {
                    assertThat(running.put(transition.logicalId(), transition.status()))
                            .as("two things at once to %s", transition.logicalId())
                            .isNull();
                    assertThat(running.size()).isLessThanOrEqualTo(parallelism == 0 ? 99 : parallelism);
                } else {
                    String begun = running.remove(transition.logicalId());
                    assertThat(transition.status()).startsWith(begun.substring(0, begun.indexOf('_')));
                }
            }
        }
        assertThat(running).isEmpty();
        assertThat(stack.at(operation.endsAt()).status()).doesNotEndWith("_IN_PROGRESS");
        assertThat(stack.busy(operation.endsAt())).isFalse();
    }

    private static Operation build(
            StackFamily family, StackAction action, String template, boolean disableRollback, Instant at) {
        return OperationPlan.build(
                BENCH,
                family,
                family.root(),
                action,
                new Revision(template, Map.of()),
                Order.build("R", disableRollback),
                at);
    }

    /** Resources that depend on some of those before them, differ at random, and of which some fail. */
    private static String template(Random random, int resources, String failOn) {
        StringBuilder text = new StringBuilder("ROSTemplateFormatVersion: '2015-09-01'\nResources:\n");
        for (int i = 0; i < resources; i++) {
            text.append("  R%d:\n    Type: ALIYUN::OSS::Bucket\n".formatted(i));
            text.append("    Properties: {Tag: %d}\n".formatted(random.nextInt(2)));
            text.append("    Metadata: {LocalCloud: {Seconds: %d%s}}\n"
                    .formatted(1 + random.nextInt(9), random.nextInt(8) == 0 ? ", FailOn: " + failOn : ""));
            if (i > 0 && random.nextBoolean()) {
                text.append("    DependsOn: R%d\n".formatted(random.nextInt(i)));
            }
        }
        return resources == 0 ? text.append("  {}\n").toString() : text.toString();
    }

    private static StackRecord stack(int parallelism, boolean disableRollback) {
        StackSettings settings = new StackSettings(
                disableRollback, 60, parallelism, "", "", "KeepStackOnCreationComplete", List.of(), List.of(), "", "");
        return new StackRecord("id", "s", "1", "cn-hangzhou", null, START, settings);
    }
}
