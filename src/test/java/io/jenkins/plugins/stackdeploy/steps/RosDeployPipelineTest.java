package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosDeployPipelineTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 120);
        String group = "  Group:\n    Type: ALIYUN::ECS::SecurityGroup\n    Properties: {VpcId: !Ref Vpc}\nOutputs:";
        fixture.file("main.yaml", StepTemplates.VPC.replace("Outputs:", group));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void createsUpdatesFindsNothingToDoAndDeletes() throws Exception {
        DeployFixture.Ended ended = fixture.run("""
                node {
                    checkout scm
                    def a = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local'
                    echo "1 ${a.action} ${a.changed} ${a.status} ${a.outputs.VpcId != null}"
                    def b = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', parameters: [Name: 'second'], secretParameters: [Password: 'db-password']
                    echo "2 ${b.action} ${b.changed} ${b.status}"
                    def c = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', parameters: [Name: 'second'], secretParameters: [Password: 'db-password']
                    echo "3 ${c.action} ${c.changed} ${c.status}"
                    def s = rosStatus stackName: 'web', connection: 'local', detectDrift: true
                    echo "4 ${s.exists} ${s.status} ${s.resources.size()} ${s.drift.status}"
                    def d = rosDelete stackName: 'web', connection: 'local'
                    echo "5 ${d.changed} ${d.status}"
                    def e = rosDelete stackName: 'web', connection: 'local'
                    echo "6 ${e.changed} ${e.status}"
                }
                """);
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log())
                .contains("1 CREATE true CREATE_COMPLETE true")
                .contains("2 UPDATE true UPDATE_COMPLETE")
                .contains("3 NONE false UPDATE_COMPLETE")
                .contains("4 true UPDATE_COMPLETE 2 IN_SYNC")
                .contains("5 true DELETE_COMPLETE")
                .contains("6 false DELETE_COMPLETE")
                .containsPattern("CREATE_COMPLETE +Vpc +ALIYUN::ECS::VPC +1/2")
                .containsPattern("CREATE_COMPLETE +Group +ALIYUN::ECS::SecurityGroup +2/2")
                .doesNotContain(DeployFixture.PASSWORD);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(1);
        assertThat(fixture.ros.effects("UpdateStack")).hasSize(1);
        assertThat(fixture.ros.effects("DeleteStack")).hasSize(1);
    }
}
