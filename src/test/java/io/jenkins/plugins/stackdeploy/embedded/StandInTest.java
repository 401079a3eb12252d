package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;
import hudson.util.FormValidation;
import java.io.File;
import java.net.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API's stand-in does as Jenkins does it, where a plugin would notice. */
class StandInTest {
    @TempDir
    Path home;

    @Test
    void environmentOverridesPrependsAndExpands() {
        EnvVars env = new EnvVars("PATH", "/bin", "home", "/root");
        env.override("PATH+TOOL", "/tool");
        env.override("GONE", "x");
        env.override("GONE", "");

        assertThat(env.get("path")).isEqualTo("/tool" + File.pathSeparator + "/bin");
        assertThat(env).doesNotContainKey("GONE");
        assertThat(env.expand("$HOME ${home}x $$HOME ${UNKNOWN}")).isEqualTo("/root /rootx $HOME ${UNKNOWN}");
    }

    @Test
    void proxyIsPassedByForItsExceptions() {
        ProxyConfiguration proxy = new ProxyConfiguration("proxy", 3128, null, null, "*.internal, 127.0.0.1\nplain");

        assertThat(proxy.createProxy("a.internal")).isEqualTo(Proxy.NO_PROXY);
        assertThat(proxy.createProxy("plain")).isEqualTo(Proxy.NO_PROXY);
        assertThat(proxy.createProxy("example.com").address()).asString().contains("proxy");
    }

    @Test
    void pathsStayInsideUnlessAbsolute() {
        FilePath base = new FilePath(new File("/ws"));

        assertThat(base.child("a/../b").getRemote()).isEqualTo("/ws/b");
        assertThat(base.child("/etc/x").getRemote()).isEqualTo("/etc/x");
        assertThat(base.child("d/main.tar.gz").getBaseName()).isEqualTo("main.tar");
    }

    @Test
    void resultsOnlyGetWorse() {
        assertThat(Result.SUCCESS.combine(Result.UNSTABLE)).isEqualTo(Result.UNSTABLE);
        assertThat(Result.ABORTED.isWorseThan(Result.FAILURE)).isTrue();
        assertThat(Result.fromString("unstable")).isSameAs(Result.UNSTABLE);
        assertThat(Result.fromString("nonsense")).isSameAs(Result.FAILURE);
    }

    @Test
    void validationEscapesItsText() {
        FormValidation worst = FormValidation.aggregate(
                List.of(FormValidation.ok("fine"), FormValidation.error("<b>"), FormValidation.warning("hm")));

        assertThat(worst.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(worst.renderHtml()).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(FormValidation.validatePositiveInteger("0").kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    @Test
    void timeSpansReadAsInJenkins() {
        assertThat(Util.getTimeSpanString(12)).isEqualTo("12 ms");
        assertThat(Util.getTimeSpanString(1_250)).isEqualTo("1.2 sec");
        assertThat(Util.getTimeSpanString(80_000)).isEqualTo("1 min 20 sec");
        assertThat(Util.getTimeSpanString(7_200_000)).isEqualTo("2 hr 0 min");
    }

    @Test
    void settingsThatAreTheDefaultAreLeftOutOfSnippets() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.builder(home)
                .extension(new Shape.DescriptorImpl())
                .start()) {
            Shape shape = new Shape("square");
            assertThat(DescribableModel.uninstantiate2_(shape).getArguments()).isEqualTo(Map.of("name", "square"));
            shape.setSides(4);

            UninstantiatedDescribable described = DescribableModel.uninstantiate2_(shape);
            assertThat(described.getArguments()).isEqualTo(Map.of("name", "square", "sides", 4));
            assertThat(described.instantiate(Shape.class, null)).hasToString("square/4");
        }
    }

    @Test
    void actionsOfABuildAreKeptAndToldTheirBuild() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run = jenkins.createPipeline("p", "echo 'x'", null).schedule(Map.of("A", "1"), "alice");
            run.awaitResult(Pipelines.LIMIT);
            run.addAction(new Note("kept"));
            run.save();
        }
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.resume(home)) {
            Run<?, ?> run = Run.fromExternalizableId("p#1");

            assertThat(run).isSameAs(jenkins.pipeline("p").getLastBuild());
            assertThat(run.getAction(Note.class).text).isEqualTo("kept");
            assertThat(run.getAction(Note.class).owner).isSameAs(run);
            assertThat(run.getResult()).isSameAs(Result.SUCCESS);
            assertThat(run.getCauses()).extracting("userId").containsExactly("alice");
            assertThat(run.getEnvironment(hudson.model.TaskListener.NULL)).containsEntry("A", "1");
            assertThat(Run.fromExternalizableId("p#2")).isNull();
        }
    }

    @Test
    void onlyOneActionOfAKindRemainsAfterReplacing() throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, null)) {
            PipelineRun run = jenkins.createPipeline("p", "echo 'x'", null).schedule(Map.of(), "alice");
            run.addAction(new Note("old"));

            assertThat(run.addOrReplaceAction(new Note("new"))).isTrue();
            assertThat(run.getActions(Note.class)).extracting(note -> note.text).containsExactly("new");
        }
    }

    /** Remembers a text and its build. */
    private static final class Note extends InvisibleAction implements RunAction2 {
        private final String text;
        private transient Run<?, ?> owner;

        Note(String text) {
            this.text = text;
        }

        @Override
        public void onAttached(Run<?, ?> r) {
            owner = r;
        }

        @Override
        public void onLoad(Run<?, ?> r) {
            owner = r;
        }
    }
}
