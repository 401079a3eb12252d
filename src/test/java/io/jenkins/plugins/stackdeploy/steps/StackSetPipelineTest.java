package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSetPipelineTest {
    @TempDir
    Path folder;

    private AwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new AwsFixture(
                folder, LocalAws.builder().timeScale(120).bucket("templates", "eu-west-1", AwsFixture.ADMINISTRATOR));
        fixture.file("main.yaml", StackSetReader.TEMPLATE);
        fixture.file("accounts.json", "[\"111111222222\", \"333333444444\"]");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void deploysACanaryThenTheRestThenFindsNothingToDoAndDeletes() throws Exception {
        JenkinsFixture.Ended ended = fixture.run("""
                node {
                    checkout scm
                    def a = stackSetDeploy stackSetName: 'web', template: 'main.yaml', connection: 'aws',
                        deploymentTargets: ['111111222222'], regions: ['us-east-1'], secretParameters: [Password: 'db-password']
                    echo "1 ${a.action} ${a.changed} ${a.status} ${a.counts.CURRENT} ${a.stackSetId.startsWith('web:')}"
                    def b = stackInstances stackSetName: 'web', connection: 'aws',
                        deploymentTargets: 'accounts.json', regions: 'us-east-1,eu-west-1', parameterOverrides: [Name: 'second']
                    echo "2 ${b.action} ${b.changed} ${b.counts.CURRENT} ${b.instances.size()} ${b.instances[0].status} ${b.operationId == b.operationIds.last()}"
                    def c = stackInstances stackSetName: 'web', connection: 'aws',
                        deploymentTargets: 'SourceArtifact::accounts.json', regions: 'us-east-1,eu-west-1'
                    echo "3 ${c.action} ${c.changed} ${c.counts.CURRENT}"
                    def d = stackSetDelete stackSetName: 'web', connection: 'aws'
                    echo "4 ${d.action} ${d.changed} ${d.status}"
                    def e = stackSetDelete stackSetName: 'web', connection: 'aws'
                    echo "5 ${e.action} ${e.changed} ${e.status}"
                }
                """);
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log())
                .contains("1 CREATE true SUCCEEDED 1 true")
                .contains("2 INSTANCES true 4 4 CURRENT true")
                .contains("3 NONE false 4")
                .contains("4 DELETE true DELETED")
                .contains("5 DELETE false DELETED")
                .contains("[web] Template main.yaml: 1 resources")
                .contains("[web] Parameters: Password (secret)")
                .doesNotContain(AwsFixture.PASSWORD);
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(1);
        assertThat(fixture.aws.effects("DeleteStackSet")).hasSize(1);
    }

    @Test
    void largeTemplateGoesThroughTheBucketOnce() throws Exception {
        fixture.file("large.yaml", StackSetReader.TEMPLATE + "# " + "x".repeat(60_000));
        JenkinsFixture.Ended ended = fixture.run("""
                node {
                    checkout scm
                    def a = stackSetDeploy stackSetName: 'web', template: 'large.yaml', connection: 'aws', templateBucket: 'templates/cfn'
                    def b = stackSetDeploy stackSetName: 'web', template: 'large.yaml', connection: 'aws', templateBucket: 'templates/cfn'
                    echo "${a.action} ${b.action}"
                }
                """);
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
        assertThat(ended.log()).contains("CREATE NONE");
        assertThat(fixture.aws.objects()).singleElement().asString().startsWith("templates/cfn/stack-deploy/");
    }
}
