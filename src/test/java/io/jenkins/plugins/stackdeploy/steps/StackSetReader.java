package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeleteRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** Reads the arguments of steps on stack sets as a Pipeline gives them, in a workspace of its own; calls nothing. */
final class StackSetReader implements AutoCloseable {
    static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Name: {Type: String, Default: first}
              Password: {Type: String, NoEcho: true, Default: none}
            Resources:
              Topic:
                Type: AWS::SNS::Topic
                Properties: {DisplayName: !Ref Name}
            """;

    private static final Map<Class<? extends StackSetStep>, Map<String, Object>> USUAL = Map.of(
            StackSetDeployStep.class,
            Map.of("template", "main.yaml"),
            StackSetPlanStep.class,
            Map.of("template", "main.yaml"),
            StackInstancesStep.class,
            Map.of("deploymentTargets", List.of("111111222222"), "regions", List.of("us-east-1")),
            StackSetDeleteStep.class,
            Map.of());

    final Path workspace;
    final List<String> log = new ArrayList<>();
    private final EmbeddedJenkins jenkins;
    private final Run<?, ?> run;

    StackSetReader(Path folder) throws IOException, InterruptedException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        file("main.yaml", TEMPLATE);
        jenkins = EmbeddedJenkins.start(folder.resolve("home"), AwsFixture.unconnected(folder));
        PipelineRun build =
                jenkins.createPipeline("p", "echo 'a build'", workspace).schedule(Map.of(), "alice");
        assertThat(build.awaitResult(Duration.ofSeconds(30))).isEqualTo(Result.SUCCESS);
        run = build;
    }

    /** The build that reads them. */
    Run<?, ?> run() {
        return run;
    }

    void file(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What stackSetDeploy asks for; name, connection and template are given unless they are among the arguments. */
    StackSetDeployRequest deploy(Map<String, ?> arguments) throws IOException, InterruptedException {
        return (StackSetDeployRequest) job(StackSetDeployStep.class, arguments).request();
    }

    /** What stackInstances asks for; name, connection, targets and regions are given unless they are among the arguments. */
    StackInstancesRequest instances(Map<String, ?> arguments) throws IOException, InterruptedException {
        return (StackInstancesRequest) job(StackInstancesStep.class, arguments).request();
    }

    /** What stackSetDelete asks for. */
    StackSetDeleteRequest delete(Map<String, ?> arguments) throws IOException, InterruptedException {
        return (StackSetDeleteRequest) job(StackSetDeleteStep.class, arguments).request();
    }

    StackSetJob job(Class<? extends StackSetStep> type, Map<String, ?> arguments)
            throws IOException, InterruptedException {
        Map<String, Object> given = new LinkedHashMap<>(USUAL.get(type));
        given.put("stackSetName", "web");
        given.put("connection", "aws");
        if (List.of("templateBody", "templateUrl").stream().anyMatch(arguments::containsKey)) {
            given.remove("template");
        }
        given.putAll(arguments);
        given.values().removeIf(value -> value == ABSENT);
        return exactly(type, given);
    }

    /** As {@link #job}, with these arguments and no other. */
    StackSetJob exactly(Class<? extends StackSetStep> type, Map<String, ?> arguments)
            throws IOException, InterruptedException {
        StackSetStep step = DescribableModel.of(type).instantiate(arguments, null);
        // As in a build: what is not read from the workspace must not need one.
        WorkspaceFiles files = new WorkspaceFiles(step.readsWorkspace() ? new FilePath(workspace.toFile()) : null);
        return (StackSetJob) step.prepare(new Preparation(run, files, log::add));
    }

    /** Stands for an argument that is usually given and is not to be. */
    static final Object ABSENT = new Object();

    /** Why the arguments are refused. */
    String refusal(Class<? extends StackSetStep> type, Map<String, ?> arguments) {
        Exception refused = catchThrowableOfType(Exception.class, () -> job(type, arguments));
        assertThat(refused).as("%s %s", type.getSimpleName(), arguments).isNotNull();
        return refused.getMessage();
    }

    @Override
    public void close() {
        jenkins.close();
    }
}
