package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.credentials.AwsClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is stopped when its step is kept in files and not watched yet, as right after a restart. */
class EarlyAbortTest {
    @TempDir
    Path folder;

    private AwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new AwsFixture(folder, 600);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** A build whose state is saved when the test says so. */
    private static final class Build extends StepContext {
        private static final long serialVersionUID = 1;

        final transient Run<?, ?> run;
        final transient SettableFuture<Void> saved = SettableFuture.create();
        final transient CompletableFuture<Void> saving = new CompletableFuture<>();
        final transient CompletableFuture<Throwable> failure = new CompletableFuture<>();

        Build(Run<?, ?> run) {
            this.run = run;
        }

        @Override
        public <T> T get(Class<T> key) {
            if (key == Run.class) {
                return key.cast(run);
            }
            return key == TaskListener.class ? key.cast(TaskListener.NULL) : null;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            saving.complete(null);
            return saved;
        }

        @Override
        public void onSuccess(Object result) {
            throw new AssertionError("the step has been stopped");
        }

        @Override
        public void onFailure(Throwable cause) {
            failure.complete(cause);
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
            throw new IllegalStateException("there is no body");
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

    @Test
    void leavesNoSessionWithAwsOpen() throws Exception {
        assertThat(fixture.run("echo 'a build'").result()).isEqualTo(Result.SUCCESS);
        Build build = new Build(fixture.jenkins.pipeline("p").getLastBuild());
        StackInstancesStep step = DescribableModel.of(StackInstancesStep.class)
                .instantiate(
                        Map.of(
                                "stackSetName",
                                "web",
                                "connection",
                                "aws",
                                "deploymentTargets",
                                List.of("111111222222"),
                                "regions",
                                List.of("us-east-1")),
                        null);
        int before = AwsClients.openSessions();
        DeployStepExecution execution = new DeployStepExecution(build, step);
        execution.start();
        await().atMost(JenkinsFixture.LIMIT).until(build.saving::isDone);

        AbortException cause = new AbortException("stopped");
        execution.stop(cause);
        build.saved.set(null);
        // What is about to watch the step is done first.
        ThreadPoolExecutor preparing = DeployService.get().preparing();
        preparing.shutdown();
        assertThat(preparing.awaitTermination(JenkinsFixture.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        assertThat(build.failure).isCompletedWithValue(cause);
        assertThat(AwsClients.openSessions()).isEqualTo(before);
        assertThat(DeployService.get().watcher().size()).isZero();
    }
}
