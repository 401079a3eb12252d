package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that was shown a plan of a stack stands for that plan alone, whoever the other plans were made as. */
class PlanApprovalTest {
    @TempDir
    Path home;

    private GateFixture fixture;
    private FreeStyleBuild run;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        run = new FreeStyleBuild(fixture.jenkins.createFreestyle("job", List.of(), home));
        reject(plan("AK1", "stack-1"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Plan plan(String account, String stackId) {
        return new Plan(
                "ros",
                "web",
                "cn-hangzhou",
                account,
                "UPDATE",
                true,
                stackId,
                "set-of-" + account,
                "stack-deploy-1",
                List.of(),
                List.of(),
                "",
                List.of(),
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                "2026-11-22T08:00:00Z",
                "2026-11-23T08:00:00Z");
    }

    private void reject(Plan plan) throws Exception {
        GateJob job = new GateArguments(new ManualGateStep("g"), new RealmIdentities())
                .withPlan(plan.toMap())
                .read(List.of(), GateService.get().clock().instant());
        GateFiles files = new GateFiles(run, "key");
        files.save(job, Optional.of(plan));
        GatesAction.publish(run, "key", "g");
        files.open(job, GateService.get().clock(), decision -> {})
                .reject(new Approver("bob", "Bob B", List.of(), false, true), null);
    }

    @Test
    void planOfTheSameStackByOtherCredentialsIsRefused() throws Exception {
        assertThat(PlanApproval.objection(run, plan("AK2", "stack-1")))
                .get()
                .asString()
                .contains("another plan of \"web\"");
    }

    @Test
    void planOfTheSameNameInTheAccountIsRefusedAlsoWhenTheStackWasMadeAnew() throws Exception {
        assertThat(PlanApproval.objection(run, plan("AK1", "stack-2"))).isPresent();
        assertThat(PlanApproval.objection(run, plan("AK1", null))).isPresent();
    }

    @Test
    void stackOfTheSameNameInAnotherAccountIsAnother() throws Exception {
        assertThat(PlanApproval.objection(run, plan("AK2", "stack-2"))).isEmpty();
        assertThat(PlanApproval.objection(run, plan("AK2", null))).isEmpty();
    }
}
