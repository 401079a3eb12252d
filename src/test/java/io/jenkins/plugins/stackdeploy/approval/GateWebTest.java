package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateWebTest {
    private static final String GATE = "job/p/1/gates/release/";
    private static final String JSON = "application/json";

    @TempDir
    Path home;

    private GateFixture fixture;
    private WebClient bob;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
        bob = new WebClient(fixture.jenkins.serve(0), "bob");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void approvesWithComment() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                def answer = manualGate name: 'release', approvers: '@ops', checklist: ['tests are green'], parameters: ['TICKET']
                echo "${answer.comment} ${answer.parameters.TICKET}"
                """);

        WebClient.Answer answer = bob.post(
                GATE + "approve",
                JSON,
                "{\"comment\": \"fine\", \"checklist\": [\"tests are green\"], \"parameters\": {\"TICKET\": \"T-1\"}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/gates/0/state").asText()).isEqualTo("APPROVED");
        assertThat(GateFixture.end(run)).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("fine T-1").contains("Decide at http://127.0.0.1:");
    }

    @Test
    void rejectsWithoutABody() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");

        WebClient.Answer answer = bob.post(GATE + "reject");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(GateFixture.end(run)).isEqualTo(Result.FAILURE);
        WebClient.Answer late = bob.post(GATE + "approve");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("reason").asText()).isEqualTo("SETTLED");
        assertThat(bob.get(GATE + "status").json().at("/gates/0/stateText").asText())
                .isEqualTo("Rejected.");
    }

    @Test
    void statusSaysWhatIsOpenAndWhoMayDecide() throws Exception {
        fixture.beginAtGate("""
                manualGate name: 'release', message: 'Ship?', rules: [[groups: ['ops']], [users: ['dave']]], timeoutMinutes: 5
                """);
        assertThat(bob.post(GATE + "approve").status()).isEqualTo(200);

        JsonNode status = bob.get("job/p/1/gates/status").json();
        JsonNode gate = status.at("/gates/0");

        assertThat(status.get("building").asBoolean()).isTrue();
        assertThat(status.get("user").asText()).isEqualTo("bob");
        assertThat(gate.get("message").asText()).isEqualTo("Ship?");
        assertThat(gate.get("deadline").asText()).isEqualTo("2026-11-22T08:05:00Z");
        assertThat(gate.at("/rules/0/met").asBoolean()).isTrue();
        assertThat(gate.at("/rules/0/approvedBy/0").asText()).isEqualTo("Bob B");
        assertThat(gate.at("/rules/1/met").asBoolean()).isFalse();
        assertThat(gate.at("/decisions/0/by").asText()).isEqualTo("bob");
        assertThat(gate.get("mayApprove").asBoolean()).isFalse();
        assertThat(gate.get("mayReject").asBoolean()).isTrue();
        assertThat(gate.get("whyNot").asText()).contains("approved already");
        assertThat(new WebClient(root(), "dave")
                        .get(GATE + "status")
                        .json()
                        .at("/gates/0/mayApprove")
                        .asBoolean())
                .isTrue();
    }

    private String root() {
        return fixture.jenkins.jenkins().getRootUrl();
    }

    @Test
    void unchangedStatusIsNotSentAgain() throws Exception {
        fixture.beginAtGate("manualGate name: 'release', approvers: ['bob', 'carol'], count: 2");
        WebClient.Answer first = bob.get(GATE + "status");

        assertThat(bob.getUnless(first.tag(), GATE + "status").status()).isEqualTo(304);
        bob.post(GATE + "approve");
        WebClient.Answer second = bob.getUnless(first.tag(), GATE + "status");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.tag()).isNotEqualTo(first.tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void readingNeverDecides(String decision) throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");

        assertThat(bob.get(GATE + decision).status()).isEqualTo(405);
        bob.get(GATE);
        bob.get(GATE + "status");
        bob.get("job/p/1/gates/");

        assertThat(GateFixture.awaitGate(run, 1).gate().orElseThrow().decisions())
                .isEmpty();
    }

    @Test
    void postWithoutACrumbDecidesNothing() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");

        assertThat(bob.postWithoutCrumb(GATE + "approve").status()).isEqualTo(403);

        assertThat(GateFixture.awaitGate(run, 1).gate().orElseThrow().decisions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"comment\": | 400 | BODY",
                "application/json | [] | 400 | BODY",
                "application/json | {\"comment\": 7} | 400 | BODY",
                "application/json | {\"checklist\": \"a\"} | 400 | BODY",
                "application/json | {\"parameters\": []} | 400 | BODY",
                "application/json | {\"parameters\": {\"OTHER\": \"x\"}, \"comment\": \"x\"} | 400 | PARAMETER",
                "application/json | {} | 400 | COMMENT_MISSING",
                "application/x-www-form-urlencoded | comment=fine | 415 | BODY"
            })
    void bodyThatIsNotUnderstoodDecidesNothing(String type, String body, int status, String reason) throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops', commentRequired: true");

        WebClient.Answer answer = bob.post(GATE + "approve", type, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("reason").asText()).isEqualTo(reason);
        assertThat(answer.json().get("error").asText()).isNotBlank();
        assertThat(GateFixture.awaitGate(run, 1).gate().orElseThrow().decisions())
                .isEmpty();
    }

    @Test
    void bodyOfAnySizeIsNotRead() throws Exception {
        fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");

        String huge = "{\"comment\": \"" + "x".repeat(300_000) + "\"}";

        assertThat(bob.post(GATE + "approve", JSON, huge).status()).isEqualTo(413);
    }

    @Test
    void whatThereIsNotIsNotFound() throws Exception {
        fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");

        assertThat(bob.post("job/p/1/gates/other/approve").status()).isEqualTo(404);
        assertThat(bob.get("job/p/2/gates/status").status()).isEqualTo(404);
        assertThat(bob.post(GATE + "abort").status()).isEqualTo(404);
    }

    @Test
    void namesAreDataAndNoMarkup() throws Exception {
        fixture.jenkins.addUser("bob", "<img src=x onerror=alert(1)>", "ops");
        fixture.beginAtGate("manualGate name: '<script>alert(1)</script>', approvers: '@ops'");

        assertThat(bob.get("job/p/1/gates/").body())
                .contains("id=\"stack-deploy-gates\"", "data-status=\"status\"", "type=\"module\"")
                .doesNotContain("<img", "<script>");
        assertThat(bob.get("job/p/1/gates/status").json().at("/gates/0/name").asText())
                .isEqualTo("<script>alert(1)</script>");
    }

    /** A build that has lost its memory of a gate, or waits there no more, says so. */
    @Test
    void gateThatNobodyWaitsAtTakesNoDecision() throws Exception {
        PipelineRun run = fixture.beginAtGate("manualGate name: 'release', approvers: '@ops'");
        GateResource gate = GateFixture.awaitGate(run, 1);
        GateService.shutDown();

        assertThat(gate.isWaiting()).isFalse();
        WebClient.Answer answer = bob.post(GATE + "approve");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("reason").asText()).isEqualTo("NOT_WAITING");
        assertThat(bob.get(GATE + "status").json().at("/gates/0/stateText").asText())
                .contains("does not wait");
    }

    @Test
    void gateWhoseRecordIsDamagedSaysSoBesideTheOthers() throws Exception {
        PipelineRun run = fixture.beginAtGate("""
                manualGate name: 'first', approvers: '@ops'
                manualGate name: 'release', approvers: '@ops'
                """);
        assertThat(bob.post("job/p/1/gates/first/approve").status()).isEqualTo(200);
        GateFixture.awaitGate(run, 2);
        try (Stream<Path> files = Files.walk(run.getRootDir().toPath())) {
            for (Path record :
                    files.filter(file -> file.endsWith("decisions.jsonl")).toList()) {
                Files.writeString(record, "damaged\n");
            }
        }

        WebClient.Answer status = bob.get("job/p/1/gates/status");

        assertThat(status.status()).as(status.body()).isEqualTo(200);
        JsonNode first = status.json().at("/gates/0");
        JsonNode second = status.json().at("/gates/1");
        assertThat(first.get("id").asText()).isEqualTo("first");
        assertThat(first.get("state").asText()).isEqualTo("UNREADABLE");
        assertThat(first.get("stateText").asText()).contains("cannot be read");
        assertThat(first.get("mayApprove").asBoolean()).isFalse();
        assertThat(first.fieldNames())
                .toIterable()
                .as("the page reads every field")
                .containsExactlyElementsOf(second::fieldNames);
        assertThat(second.get("state").asText()).isEqualTo("OPEN");
        assertThat(second.get("mayApprove").asBoolean()).isTrue();
    }
}
