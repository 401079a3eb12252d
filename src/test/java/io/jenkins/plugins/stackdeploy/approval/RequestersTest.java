package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestersTest {
    @TempDir
    Path home;

    private EmbeddedJenkins jenkins;

    @BeforeEach
    void start() throws IOException {
        jenkins = EmbeddedJenkins.start(home, null);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    private Run<?, ?> run(String job, Cause... causes) throws Exception {
        PipelineRun run = jenkins.createPipeline(job, "", null).schedule(Map.of(), "starter-of-" + job);
        GateFixture.end(run);
        List<Cause> all = new ArrayList<>(List.of(causes));
        all.addAll(run.getCauses());
        run.replaceAction(new CauseAction(all));
        return run;
    }

    @Test
    void everybodyUpTheChainOnce() throws Exception {
        Run<?, ?> top = run("top", new Cause.UserIdCause("zoe"));
        Run<?, ?> middle = run("middle", new Cause.UpstreamCause(top), new Cause.UserIdCause("zoe"));
        Run<?, ?> bottom = run("bottom", new Cause.UpstreamCause(middle));

        assertThat(Requesters.of(bottom))
                .containsExactlyInAnyOrder("starter-of-bottom", "starter-of-middle", "zoe", "starter-of-top");
    }

    /** Jenkins cuts off the causes in a cause after some; the runs themselves still have them. */
    @Test
    void causesThatWereCutOffAreFoundInTheRuns() throws Exception {
        Run<?, ?> top = run("top");
        Run<?, ?> middle = run("middle");
        Cause.UpstreamCause cut = new Cause.UpstreamCause(middle);
        middle.replaceAction(new CauseAction(List.of(new Cause.UpstreamCause(top))));
        Run<?, ?> bottom = run("bottom", cut);

        assertThat(Requesters.of(bottom)).contains("starter-of-top");
    }

    @Test
    void runsThatStartedEachOtherEndTheSearch() throws Exception {
        Run<?, ?> one = run("one");
        Run<?, ?> other = run("other", new Cause.UpstreamCause(one));
        one.replaceAction(new CauseAction(List.of(new Cause.UpstreamCause(other))));

        assertThat(Requesters.of(other)).contains("starter-of-one", "starter-of-other");
    }

    @Test
    void nobodyIsNoRequester() throws Exception {
        Run<?, ?> run = run("p");
        run.replaceAction(new CauseAction(List.of(new Cause.UserIdCause(null))));

        assertThat(Requesters.of(run)).isEmpty();
    }
}
