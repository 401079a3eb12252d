package io.jenkins.plugins.stackdeploy.approval;

import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jvnet.localizer.LocaleProvider;

/** A Jenkins whose gates go by a clock that only the test moves. */
final class GateFixture implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");
    EmbeddedJenkins jenkins;

    private GateService service;

    GateFixture(Path home) throws IOException {
        this(home, Boundaries.NONE);
    }

    /** @param boundaries told of each place at which a kill makes a difference, until the first restart */
    GateFixture(Path home, Boundaries boundaries) throws IOException {
        this.home = home;
        start(boundaries);
    }

    private void start(Boundaries boundaries) throws IOException {
        service = GateService.start(() -> now);
        jenkins = EmbeddedJenkins.builder(home).boundaries(boundaries).start();
        jenkins.addUser("alice", "Alice A", "dev");
        jenkins.addUser("bob", "Bob B", "ops");
        jenkins.addUser("carol", "Carol C", "ops", "sec");
        jenkins.addUser("dave", "Dave D", "sec");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    PipelineRun begin(String job, String script) throws IOException {
        return jenkins.createPipeline(job, script, null).schedule(Map.of(), "alice");
    }

    /** Begins a build of a job called {@code p}, started by Alice, and waits until it waits at its first gate. */
    PipelineRun beginAtGate(String script) throws IOException {
        PipelineRun run = begin("p", script);
        awaitGate(run, 1);
        return run;
    }

    /** The gate of that number in the build, counted from 1, once the build waits at it. */
    static GateResource awaitGate(PipelineRun run, int number) {
        await().pollInterval(Duration.ofMillis(10)).atMost(LIMIT).until(() -> {
            GatesAction action = run.getAction(GatesAction.class);
            return !run.isBuilding()
                    || (action != null
                            && action.getGates().size() >= number
                            && action.getGates().get(number - 1).isWaiting());
        });
        return run.getAction(GatesAction.class).getGates().get(number - 1);
    }

    static void approve(GateResource gate, String user) throws Exception {
        decide(gate, user, Answer.PLAIN, true);
    }

    static void decide(GateResource gate, String user, Answer answer, boolean approves) throws Exception {
        try (ACLContext context = ACL.as(User.getById(user, true))) {
            gate.decide(answer, approves);
        }
    }

    /** Decides as in a request of a browser that asks for Chinese: there Jenkins speaks its language. */
    static void decideInChinese(GateResource gate, String user, Answer answer, boolean approves) throws Exception {
        LocaleProvider before = LocaleProvider.getProvider();
        Thread request = Thread.currentThread();
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return Thread.currentThread() == request ? Locale.SIMPLIFIED_CHINESE : before.get();
            }
        });
        try {
            decide(gate, user, answer, approves);
        } finally {
            LocaleProvider.setProvider(before);
        }
    }

    /** Ends this Jenkins as kill -9 does and starts another on the same home, which goes on with what was running. */
    PipelineRun killAndResume() throws Exception {
        kill();
        return resume();
    }

    void kill() throws InterruptedException {
        jenkins.kill();
        GateService.shutDown();
        // In this process the threads of what was killed still end their last line; nothing of that may come later.
        service.threads().awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void restart() throws IOException {
        start(Boundaries.NONE);
    }

    PipelineRun resume() throws IOException {
        restart();
        return jenkins.pipeline("p").getLastBuild();
    }

    static Result end(PipelineRun run) throws InterruptedException {
        return run.awaitResult(LIMIT);
    }

    @Override
    public void close() {
        jenkins.close();
        GateService.shutDown();
    }
}
