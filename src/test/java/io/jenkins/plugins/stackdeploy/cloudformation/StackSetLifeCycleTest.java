package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackSetLifeCycleTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    @Test
    void setAndInstancesAreCreated() {
        Outcome outcome = deployer.deploy(
                Requests.deploy("web", Samples.TOPIC).accounts(A, B).regions("us-east-1", "eu-west-1"));
        System.out.println(deployer.console());
        System.out.println(outcome);

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.statuses("web")).hasSize(4).containsValue("CURRENT");
        outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_TOPICS)
                .accounts(A, B, Samples.C)
                .regions("us-east-1", "eu-west-1"));
        System.out.println(deployer.console());
        System.out.println(outcome);
        outcome = deployer.instances(
                Requests.instances("web").accounts(A, B, Samples.C, Samples.D).regions("us-east-1", "eu-west-1"));
        outcome = deployer.delete(Requests.delete("web"));
        System.out.println(deployer.console());
        System.out.println(outcome);
    }
}
