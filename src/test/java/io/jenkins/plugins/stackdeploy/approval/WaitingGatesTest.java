package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of gates that wait, of Jenkins and of a job. */
class WaitingGatesTest {
    @TempDir
    Path home;

    private GateFixture fixture;
    private String root;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        root = fixture.jenkins.serve(0);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private PipelineRun wait(String job, String gate) throws Exception {
        PipelineRun run = fixture.begin(job, "manualGate " + gate);
        GateFixture.awaitGate(run, 1);
        fixture.pass(Duration.ofMinutes(1));
        return run;
    }

    private WebClient as(String user) {
        return new WebClient(root, user);
    }

    private static List<String> names(JsonNode status, String list) {
        return status.get(list).findValuesAsText("name");
    }

    @Test
    void thoseThatTheViewerMayDecideComeFirstAndTheOldestOfThem() throws Exception {
        wait("a", "name: 'for dave', approvers: ['dave']");
        wait("b", "name: 'for ops', approvers: ['@ops'], message: 'Ship?', timeoutMinutes: 600");
        wait("c", "name: 'for bob', approvers: ['bob']");

        JsonNode bobs = as("bob").get("waiting-gates/status").json();

        assertThat(names(bobs, "gates")).containsExactly("for ops", "for bob", "for dave");
        JsonNode first = bobs.at("/gates/0");
        assertThat(first.get("mine").asBoolean()).isTrue();
        assertThat(first.get("url").asText()).isEqualTo("job/b/1/gates/for-ops/");
        assertThat(first.get("build").asText()).isEqualTo("b #1");
        assertThat(first.get("message").asText()).isEqualTo("Ship?");
        assertThat(first.at("/needed/0").asText()).isEqualTo("1 of group ops (0/1)");
        assertThat(first.get("deadline").asText()).isEqualTo("2026-11-22T18:01:00Z");
        assertThat(bobs.at("/gates/2/mine").asBoolean()).isFalse();
        assertThat(as("dave")
                        .get("waiting-gates/status")
                        .json()
                        .at("/gates/0/name")
                        .asText())
                .isEqualTo("for dave");
    }

    @Test
    void answersNothingNewWhileNothingChanges() throws Exception {
        wait("a", "name: 'g', approvers: ['bob']");
        WebClient bob = as("bob");
        for (String page : List.of("waiting-gates/status", "job/a/gates/status")) {
            WebClient.Answer answer = bob.get(page);
            assertThat(bob.getUnless(answer.tag(), page).status()).isEqualTo(304);
            assertThat(bob.post(page).status()).isEqualTo(405);
        }
        PipelineRun run = wait("b", "name: 'h', approvers: ['bob']");
        WebClient.Answer before = bob.get("waiting-gates/status");
        GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");

        WebClient.Answer after = bob.getUnless(before.tag(), "waiting-gates/status");

        assertThat(after.status()).isEqualTo(200);
        assertThat(names(after.json(), "gates")).containsExactly("g");
    }

    @Test
    void jobShowsItsOwnGatesAndTheLastThatWereDecided() throws Exception {
        wait("other", "name: 'elsewhere', approvers: ['bob']");
        PipelineRun one = wait("p", "name: 'first', approvers: ['bob']");
        GateFixture.decide(GateFixture.awaitGate(one, 1), "bob", Answer.because("not today"), false);
        GateFixture.end(one);
        PipelineRun two = wait("p", "name: 'second', approvers: ['bob']");
        GateFixture.approve(GateFixture.awaitGate(two, 1), "bob");
        GateFixture.end(two);
        wait("p", "name: 'third', approvers: ['bob']");

        JsonNode status = as("bob").get("job/p/gates/status").json();

        assertThat(names(status, "gates")).containsExactly("third");
        assertThat(names(status, "settled")).containsExactly("second", "first");
        JsonNode rejected = status.at("/settled/1");
        assertThat(rejected.get("stateText").asText()).isEqualTo("Rejected.");
        assertThat(rejected.get("by").get(0).asText()).isEqualTo("Bob B (bob)");
        assertThat(rejected.get("comment").asText()).isEqualTo("not today");
        assertThat(rejected.get("url").asText()).isEqualTo("job/p/1/gates/first/");
    }

    @Test
    void onlyTheLastDecidedAreKeptAndNoneOfDeletedBuilds() throws Exception {
        for (int number = 1; number <= 3; number++) {
            PipelineRun run = wait("p", "name: 'g" + number + "', approvers: ['bob']");
            GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");
            GateFixture.end(run);
        }
        SettledGates list = SettledGates.of(fixture.jenkins.pipeline("p"));
        assertThat(list.list()).extracting(SettledGate::name).containsExactly("g3", "g2", "g1");

        fixture.jenkins.pipeline("p").getBuildByNumber(2).delete();

        assertThat(list.list()).extracting(SettledGate::name).containsExactly("g3", "g1");
    }

    /** Who sees what, by the permissions of the moment. */
    @Test
    void gatesOfJobsThatTheViewerMayNotReadAreNotThere() throws Exception {
        wait("p", "name: 'g', approvers: ['bob']");
        authorize(Map.of("reader", List.of(Jenkins.READ, Item.READ), "outsider", List.of(Jenkins.READ)));

        assertThat(names(as("reader").get("waiting-gates/status").json(), "gates"))
                .containsExactly("g");
        assertThat(as("outsider").get("waiting-gates/status").json().get("gates"))
                .isEmpty();
        assertThat(as("stranger").get("waiting-gates/status").status()).isEqualTo(403);
        assertThat(as("outsider").get("job/p/gates/status").status()).isEqualTo(404);
        assertThat(entry("reader")).isEqualTo("symbol-people");
        assertThat(entry("outsider")).isNull();
    }

    private void authorize(Map<String, List<Permission>> granted) {
        AuthorizationStrategy roles = new Roles(granted);
        fixture.jenkins.jenkins().setAuthorizationStrategy(roles);
    }

    private static String entry(String user) {
        try (ACLContext context = ACL.as(User.getById(user, true))) {
            return page().getIconFileName();
        }
    }

    private static WaitingGates page() {
        return ExtensionList.lookupSingleton(WaitingGates.class);
    }

    @Test
    void badgeCountsWhatWaitsForTheViewer() throws Exception {
        wait("a", "name: 'g', approvers: ['bob']");
        wait("b", "name: 'h', approvers: ['@ops']");
        try (ACLContext context = ACL.as(User.getById("bob", true))) {
            assertThat(page().getBadge().getText()).isEqualTo("2");
            assertThat(page().getBadge().getTooltip()).isEqualTo("2 of them wait for you");
        }
        try (ACLContext context = ACL.as(User.getById("carol", true))) {
            assertThat(page().getBadge().getText()).isEqualTo("1");
            assertThat(page().getBadge().getTooltip()).isEqualTo("1 of them waits for you");
        }
        try (ACLContext context = ACL.as(User.getById("dave", true))) {
            assertThat(page().getBadge()).isNull();
        }
    }

    @Test
    void jobWithoutGatesHasNoPageOfThem() throws Exception {
        PipelineRun run = fixture.begin("plain", "echo 'x'");
        GateFixture.end(run);

        assertThat(as("bob").get("job/plain/gates/status").status()).isEqualTo(404);
        assertThat(entry("bob")).isNull();
    }

    /** Pipelines register their gates again when they are resumed. */
    @Test
    void gatesAreThereAgainAfterAKill() throws Exception {
        fixture.beginAtGate("manualGate name: 'g', approvers: ['bob']");
        GateFixture.awaitGate(fixture.killAndResume(), 1);

        assertThat(GateService.get().all()).extracting(LiveGate::id).containsExactly("g");
    }
}
