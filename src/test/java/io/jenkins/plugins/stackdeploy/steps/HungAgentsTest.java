package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that take a request for a file and never answer hold up the steps that wait for them, and no other. */
class HungAgentsTest {
    private static final int HUNG = 100;

    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();

    @BeforeEach
    void start() {
        InstantSource clock = InstantSource.system();
        DeployService.start(clock, new Watcher(clock, new Budgets(clock)));
    }

    @AfterEach
    void stop() {
        DeployService.shutDown();
    }

    @Test
    void deploymentIsTakenUpAfterARestart() throws Exception {
        Context context = new Context(folder);
        DeployStepExecution waiting = new DeployStepExecution(context, new Status("waiting", true, () -> {}));
        waiting.start();
        context.awaitSaved();
        // What is missing is noticed by whoever takes the deployment up, and by nobody else.
        removeRequest();

        hangAgents();
        waiting.onResume();

        context.awaitFailure(Messages.Execution_requestGone("waiting"));
    }

    @Test
    void stepThatReadsNoWorkspaceBegins() throws Exception {
        hangAgents();
        Context context = new Context(folder);
        new DeployStepExecution(context, new Status("web", false, () -> {})).start();

        context.awaitSaved();
    }

    @Test
    void stepWhoseAgentAnswersBeginsBesideAFewThatHang() throws Exception {
        for (int number = 0; number < 8; number++) {
            hang(number);
        }
        Context context = new Context(folder);
        new DeployStepExecution(context, new Status("web", true, () -> {})).start();

        context.awaitSaved();
        assertThat(hanging).hasValue(8);
    }

    private void hangAgents() throws Exception {
        for (int number = 0; number < HUNG; number++) {
            hang(number);
        }
        await().until(() -> hanging.get() >= 4);
    }

    private void hang(int number) throws Exception {
        new DeployStepExecution(new Context(folder), new Status("hung" + number, true, () -> {
                    hanging.incrementAndGet();
                    never.await();
                }))
                .start();
    }

    private void removeRequest() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Files.delete(files.filter(file -> file.endsWith("request.json"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private interface Agent {
        void answer() throws InterruptedException;
    }

    /** A step whose preparation takes as long as an agent. */
    private static final class Status extends DeployStep {
        private static final long serialVersionUID = 1;
        private final String name;
        private final boolean readsWorkspace;
        private final transient Agent agent;

        Status(String name, boolean readsWorkspace, Agent agent) {
            this.name = name;
            this.readsWorkspace = readsWorkspace;
            this.agent = agent;
        }

        @Override
        String subject() {
            return name;
        }

        @Override
        boolean readsWorkspace() {
            return readsWorkspace;
        }

        @Override
        DeployJob prepare(Preparation preparation) throws InterruptedException {
            agent.answer();
            return new RosJob(
                    new AlibabaTarget("ros", null, null, null),
                    new RosStatusRequest(name, false, 20),
                    Map.of(),
                    List.of(),
                    Map.of());
        }

        @Override
        public StepDescriptor getDescriptor() {
            throw new UnsupportedOperationException("Nobody shows this step");
        }
    }

    /** A build that is never done with saving, so that nothing goes on after the preparation. */
    private static final class Context extends StepContext {
        private static final long serialVersionUID = 1;
        private final transient Path folder;
        private final transient CountDownLatch saving = new CountDownLatch(1);
        private transient volatile Throwable failure;

        Context(Path folder) {
            this.folder = folder;
        }

        void awaitSaved() {
            await().until(() -> saving.getCount() == 0);
            assertThat(failure).isNull();
        }

        void awaitFailure(String message) {
            await().untilAsserted(() -> assertThat(failure).hasMessage(message));
        }

        @Override
        public <T> T get(Class<T> key) throws IOException {
            if (key == FilePath.class) {
                return key.cast(new FilePath(folder.toFile()));
            }
            Run<?, ?> build = new FreeStyleBuild(new FreeStyleProject(null, "job")) {
                @Override
                public File getRootDir() {
                    return folder.toFile();
                }
            };
            return key == Run.class ? key.cast(build) : null;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            saving.countDown();
            return SettableFuture.create();
        }

        @Override
        public void onSuccess(Object result) {
            failure = new AssertionError("Nothing was to end well: " + result);
        }

        @Override
        public void onFailure(Throwable told) {
            failure = told;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setResult(Result result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new IllegalStateException("The step has no body");
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
