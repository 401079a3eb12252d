package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackSetOperationResponse;

/** A secret that CloudFormation quotes is neither shown nor saved nor given to a script. */
class StackSetSecretsTest {
    private static final String SECRET = "n0-echo-s3cret";

    @TempDir
    Path home;

    private final List<String> saved = new ArrayList<>();
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.inProcess(builder -> builder);
        deployer.succeed(topic().accounts(Samples.A, Samples.B).regions("us-east-1"));
        deployer.masking = new Masking(List.of(SECRET));
        deployer.secrets = () -> Map.of("Env", SECRET);
        var journal = SavedBuild.files(home, "build").journal();
        deployer.journal = facts -> {
            journal.save(facts);
            saved.addAll(files());
        };
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private List<String> files() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private void nothingShows(Outcome outcome) {
        List<String> all = new ArrayList<>(deployer.console);
        all.add(outcome.toString());
        all.addAll(saved);
        assertThat(saved).isNotEmpty();
        assertThat(all).noneMatch(text -> text.contains(SECRET));
    }

    @Test
    void reasonOfAnInstance() {
        deployer.aws
                .failures()
                .add(InstanceFailure.always("web", Samples.A, "us-east-1", "topic " + SECRET + " exists"));

        Outcome outcome = deployer.deploy(changed().secret("Env"));

        assertThat(outcome.message()).contains("topic **** exists");
        assertThat(outcome.facts().get("instances")).asString().contains("reason=topic **** exists");
        nothingShows(outcome);
    }

    @Test
    void reasonOfAnOperation() {
        deployer.sdk = StackSetSecretsTest::quoting;

        Outcome outcome = deployer.deploy(changed().secret("Env"));

        assertThat(saved).anyMatch(text -> text.contains("bad value ****"));
        nothingShows(outcome);
    }

    private static CloudFormationClient quoting(CloudFormationClient real) {
        return (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof DescribeStackSetOperationResponse operation
                                ? operation.toBuilder()
                                        .stackSetOperation(operation.stackSetOperation().toBuilder()
                                                .statusReason("bad value " + SECRET)
                                                .build())
                                        .build()
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
