package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jenkins.tasks.SimpleBuildStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.DataBoundConstructor;

class FreestyleRunTest {
    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void writeSources() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("a.txt"), "from the sources");
    }

    private EmbeddedJenkins start() throws IOException {
        return EmbeddedJenkins.builder(folder.resolve("home"))
                .extension(new Work.DescriptorImpl())
                .extension(new OldWork.DescriptorImpl())
                .start();
    }

    @Test
    void stepsRunInOrderAndVariablesReachLaterOnes() throws Exception {
        try (EmbeddedJenkins jenkins = start()) {
            FreestyleRun run = jenkins.createFreestyle(
                            "f", List.of(new Work("read"), new OldWork("NAME"), new Work("env")), sources)
                    .schedule(Map.of("PARAM", "given"), "alice");

            assertThat(run.awaitResult(Pipelines.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
            assertThat(run.getLog().lines().toList())
                    .containsSubsequence(
                            "Started by user alice",
                            "read from the sources",
                            "old step in f",
                            "env NAME=contributed PARAM=given",
                            "Finished: SUCCESS");
        }
    }

    @Test
    void failureEndsTheBuild() throws Exception {
        try (EmbeddedJenkins jenkins = start()) {
            FreestyleRun run = jenkins.createFreestyle("f", List.of(new Work("fail"), new Work("read")), sources)
                    .schedule(Map.of(), "alice");

            assertThat(run.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.FAILURE);
            assertThat(run.getLog())
                    .contains("ERROR: broken", "Build step 'Work' marked build as failure")
                    .doesNotContain("from the sources");
        }
    }

    @Test
    void abortInterruptsTheStepAtWork() throws Exception {
        try (EmbeddedJenkins jenkins = start()) {
            Work waiting = new Work("wait");
            FreestyleRun run =
                    jenkins.createFreestyle("f", List.of(waiting), sources).schedule(Map.of(), "alice");
            waiting.begun.await();
            run.abort("bob");

            assertThat(run.awaitResult(Pipelines.LIMIT)).isEqualTo(Result.ABORTED);
            assertThat(run.getLog()).contains("Aborted by bob");
        }
    }

    @Test
    void pipelineRunsSuchStepsToo() throws Exception {
        try (EmbeddedJenkins jenkins = start()) {
            Pipelines.Ended ended = Pipelines.run(jenkins, """
                    node {
                        writeFile file: 'a.txt', text: 'from the pipeline'
                        step([$class: 'Work', what: 'read'])
                    }
                    """, Map.of());

            assertThat(ended.result()).as(ended.log()).isEqualTo(Result.SUCCESS);
            assertThat(ended.output()).contains("read from the pipeline");
        }
    }

    /** A step of the newer kind. */
    public static final class Work extends Builder implements SimpleBuildStep {
        private final String what;
        private final transient CountDownLatch begun = new CountDownLatch(1);

        @DataBoundConstructor
        public Work(String what) {
            this.what = what;
        }

        public String getWhat() {
            return what;
        }

        @Override
        public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
                throws InterruptedException, IOException {
            switch (what) {
                case "read" ->
                    listener.getLogger()
                            .println("read " + workspace.child("a.txt").readToString());
                case "env" ->
                    listener.getLogger().println("env NAME=" + env.get("NAME") + " PARAM=" + env.get("PARAM"));
                case "wait" -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                }
                default -> throw new AbortException("broken");
            }
        }

        /** Describes the step. */
        public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
            @Override
            public boolean isApplicable(Class<? extends AbstractProject> jobType) {
                return true;
            }
        }
    }

    /** A step of the older kind. */
    public static final class OldWork extends Builder {
        private final String variable;

        @DataBoundConstructor
        public OldWork(String variable) {
            this.variable = variable;
        }

        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener) {
            listener.getLogger().println("old step in " + build.getWorkspace().getName());
            build.addAction(new Contribution(variable));
            return true;
        }

        /** Describes the step. */
        public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
            @Override
            public boolean isApplicable(Class<? extends AbstractProject> jobType) {
                return true;
            }
        }
    }

    private static final class Contribution extends InvisibleAction implements EnvironmentContributingAction {
        private final String variable;

        Contribution(String variable) {
            this.variable = variable;
        }

        @Override
        public void buildEnvironment(Run<?, ?> run, EnvVars env) {
            env.put(variable, "contributed");
        }
    }
}
