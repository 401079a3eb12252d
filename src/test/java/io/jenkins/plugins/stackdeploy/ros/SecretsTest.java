package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a secret parameter nor an AccessKey secret is ever shown, logged or saved. */
class SecretsTest {
    private static final String NO_ECHO = "n0-echo-s3cret";
    private static final String WRONG_KEY = "wr0ng-key-s3cret";

    @TempDir
    Path home;

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.jenkins.plugins.stackdeploy");
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        ours.setLevel(Level.ALL);
        deployer = Deployer.start();
        deployer.masking = new Masking(List.of(NO_ECHO));
        deployer.secrets = () -> Map.of("Password", NO_ECHO);
        deployer.journal = SavedBuild.files(home, "build").journal();
    }

    @AfterEach
    void stop() {
        deployer.close();
        root.removeHandler(handler);
        ours.setLevel(null);
    }

    private static Requests.Deploy request() {
        return Requests.deploy("web", Samples.WITH_SECRET).secret("Password");
    }

    private void nothingShows(Outcome... outcomes) throws IOException {
        List<String> all = new ArrayList<>(deployer.console);
        all.addAll(logged);
        for (Outcome outcome : outcomes) {
            all.add(outcome.toString());
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> all.add(thread.getName()));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(file + " " + Files.readString(file));
            }
        }
        assertThat(all).hasSizeGreaterThan(5).noneMatch(text -> text.contains(NO_ECHO) || text.contains(WRONG_KEY));
    }

    @Test
    void aWholeDeploymentWithASecretThroughEveryKindOfFault() throws Exception {
        for (FaultKind fault : List.of(
                FaultKind.INTERNAL_ERROR, FaultKind.BAD_GATEWAY, FaultKind.DROP_BEFORE_EFFECT, FaultKind.HTML_OK)) {
            deployer.ros.faults().add(Fault.of(fault, "CreateStack"));
            deployer.ros.faults().add(Fault.of(fault, "ListStacks"));
        }

        Outcome outcome = deployer.deploy(request());

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        nothingShows(outcome);
    }

    @Test
    void aWrongAccessKeySecret() throws Exception {
        deployer.keys = () -> new AccessKey(Deployer.KEY_ID, WRONG_KEY, null, null);

        Outcome outcome = deployer.deploy(request());

        assertThat(outcome.message()).contains("SignatureDoesNotMatch");
        assertThat(deployer.console()).contains("check the AccessKey id and secret");
        nothingShows(outcome);
    }

    @Test
    void aCloudThatRepeatsTheSecretInItsMessages() throws Exception {
        deployer.api = real -> new EditedAnswers(
                real,
                Map.of(
                        "ListStackEvents",
                        EditedAnswers.each("Events", event -> event.put("StatusReason", "bad value " + NO_ECHO)),
                        "GetStack",
                        (ObjectNode stack) -> stack.put("StatusReason", "bad value " + NO_ECHO)));

        Outcome failed = deployer.deploy(Requests.deploy(
                        "web",
                        Samples.WITH_SECRET.replace(
                                "Properties:", "Metadata: {LocalCloud: {FailOn: CREATE}}, Properties:"))
                .secret("Password"));

        assertThat(failed.message()).contains("bad value ****");
        nothingShows(failed);
    }

    @Test
    void aRefusalThatRepeatsTheSecret() throws Exception {
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("CreateStack")) {
                throw new CloudException(
                        RosErrors.kind("StackValidationFailed", "", 400),
                        action,
                        "StackValidationFailed",
                        "The Parameter (Password) is invalid: " + query.get("Parameters.1.ParameterValue"),
                        null);
            }
            return real.call(action, query, body);
        };

        Outcome outcome = deployer.deploy(request());

        assertThat(outcome.message()).contains("The Parameter (Password) is invalid: ****");
        nothingShows(outcome);
    }

    @Test
    void anExceptionAndItsCauses() throws Exception {
        deployer.ros.close();
        Stream<Exception> failures = Stream.of(NO_ECHO, WRONG_KEY).map(secret -> {
            RosApi api = deployer.tea(() -> new AccessKey("LTAI", WRONG_KEY, null, null));
            try {
                api.call("CreateStack", Map.of("Parameters.1.ParameterValue", secret), Map.of("TemplateBody", secret));
                throw new AssertionError("nobody listens");
            } catch (CloudException failed) {
                return failed;
            }
        });

        failures.forEach(failure -> {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("no answer from").doesNotContain(NO_ECHO, WRONG_KEY);
        });
    }
}
