package io.jenkins.plugins.stackdeploy.pages;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A Jenkins with a connection to a local ROS, and builds in it that wait for stacks. */
final class HealthFixture implements AutoCloseable {
    private static final String SECRET = "S3cret-of-the-key-0123456789";
    private static final String TEMPLATE = """
            ROSTemplateFormatVersion: '2015-09-01'
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {CidrBlock: 10.0.0.0/8}
                Metadata: {LocalCloud: {Seconds: %s}}
            """;

    final LocalRos ros;
    final EmbeddedJenkins jenkins;
    final String root;
    private final Path sources;

    HealthFixture(Path folder) throws IOException {
        ros = LocalRos.builder()
                .timeScale(60)
                .account("AK1", SECRET, "1234567890123456")
                .start();
        sources = Files.createDirectories(folder.resolve("sources"));
        Path config = Files.writeString(folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: ros, username: AK1, password: %s}
                unclassified:
                  stackDeploy:
                    connections:
                      - alibaba: {name: local, credentialsId: ros, region: cn-hangzhou, endpoint: "http://%s"}
                """.formatted(SECRET, ros.endpoint()));
        jenkins = EmbeddedJenkins.start(folder.resolve("home"), config);
        root = jenkins.serve(0);
    }

    /** The address of the page, ending with a slash. */
    String page() {
        return root + "manage/stack-deploy/";
    }

    /** A build that deploys a stack, which takes so many nominal seconds, a sixtieth of them real. */
    PipelineRun deploy(String stackName, int seconds) throws IOException {
        Files.writeString(sources.resolve("main.yaml"), TEMPLATE.formatted(seconds));
        String script = "node { checkout scm\n rosDeploy stackName: '" + stackName
                + "', template: 'main.yaml', connection: 'local' }";
        PipelineRun run = jenkins.createPipeline(stackName, script, sources).schedule(Map.of(), "alice");
        await().atMost(Browser.LIMIT).until(() -> ros.count("ListStackEvents") > 0 || !run.isBuilding());
        return run;
    }

    @Override
    public void close() {
        jenkins.close();
        ros.close();
    }
}
