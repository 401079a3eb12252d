package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a gate is said before anybody is asked. */
class GateInputTest {
    @TempDir
    Path home;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String failure(String arguments) throws Exception {
        PipelineRun run = fixture.begin("p", "manualGate " + arguments);
        assertThat(GateFixture.end(run)).as(run.getLog()).isEqualTo(Result.FAILURE);
        assertThat(run.getAction(GatesAction.class)).isNull();
        assertThat(run.getLog()).doesNotContain("Waiting for approval");
        return run.getLog();
    }

    @Test
    void formAsksForTheName() {
        ManualGateStep.DescriptorImpl form = new ManualGateStep.DescriptorImpl();

        assertThat(form.doCheckName(null, " ")).hasMessageContaining("Give the gate a name.");
        assertThat(form.doCheckName(null, "Release").kind).isEqualTo(FormValidation.Kind.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: ' ' | Give the gate a name.",
                "name: 'x', count: 'some' | count: \"some\" is not all, any or a number from 1 to 100.",
                "name: 'x', count: 0 | count: \"0\" is not all, any",
                "name: 'x', count: 'all' | count: all needs users or groups to be named.",
                "name: 'x', approvers: 'bob', rules: [[users: 'bob']] | Give either rules, or approvers and count.",
                "name: 'x', approvers: ['bob', 'BOB'], count: 2 | These rules can never be met",
                "name: 'x', rules: [[users: 'bob'], [users: 'bob']] | These rules can never be met",
                "name: 'x', timeoutMinutes: 0 | timeoutMinutes: 0 is out of range; 1 to 527040 minutes are allowed.",
                "name: 'x', timeoutMinutes: 'long' | manualGate: timeoutMinutes takes a whole number, not \"long\".",
                "name: 'x', timeoutMinutes: 2.5 | manualGate: timeoutMinutes takes a whole number, not \"2.5\".",
                "name: 'x', message: ['a'] | manualGate: message takes text, not a list.",
                "name: 'x', message: { 1 } | manualGate: message takes text, numbers, true or false, lists and maps, but no",
                "name: 'x', rules: 'bob' | manualGate: rules takes a list, not a String.",
                "name: 'x', rules: [users: 'bob'] | manualGate: rules takes a list, not a map.",
                "name: 'x', plan: null | manualGate: plan is null. Next: give what a plan step returned, or leave plan out.",
                "name: 'x', remindEveryMinutes: -1 | remindEveryMinutes: -1 is out of range",
                "name: 'x', onTimeout: 'approve' | onTimeout: approve needs timeoutMinutes.",
                "name: 'x', timeoutMinutes: 1, onTimeout: 'maybe' | onTimeout: \"maybe\" is neither reject nor approve.",
                "name: 'x', onReject: 'ignore' | onReject: \"ignore\" is neither fail nor return.",
                "name: 'x', parameters: ['A', 'A'] | parameters: A is there twice.",
                "name: 'x', parameters: [[name: ' ']] | parameters: every parameter needs a name.",
                "name: 'x', parameters: [[name: 'A', choices: ['a'], defaultValue: 'b']] | default of A, \"b\", is not among",
                "name: 'x', notify: ['https://ok.example/x', 'file:///etc/passwd'] | notify: item 2 is neither an http or https URL nor mail: and an address.",
                "name: 'x', notify: 'https://not a url' | notify: item 1 is neither",
                "name: 'x', notify: 'mail:a@x.example, b@x.example' | notify: item 1 is neither mail:approvers nor mail: and one address.",
                "name: 'x', notify: ['mail:approvers', 'mail:@ops'] | notify: item 2 is neither mail:approvers nor",
                "name: 'x', rules: [[user: 'bob']] | rules has no argument \"user\"; do you mean \"users\"?",
                "name: 'x', parameters: [[name: 'A', default: 'b']] | parameters has no argument \"default\""
            })
    void wrongArgumentIsNamed(String arguments, String message) throws Exception {
        assertThat(failure(arguments)).contains(message);
    }

    /** Pipeline itself would pass over it with a warning, and ask other people than was meant. */
    @Test
    void misspeltArgumentIsRefused() throws Exception {
        assertThat(failure("name: 'x', aprovers: 'bob'"))
                .contains("ERROR: manualGate has no argument \"aprovers\"; do you mean \"approvers\"?")
                .doesNotContain("\tat ");
    }

    /** Declarative compares what is written out with the declared types, before anything runs. */
    @Test
    void declarativePipelinesMayGiveTheCountAsANumberOrAsText() throws Exception {
        String pipeline =
                "pipeline { agent none; stages { stage('s') { steps { manualGate name: 'x', count: %s } } } }";

        for (String count : List.of("0", "'some'")) {
            PipelineRun run = fixture.begin("p", pipeline.formatted(count));
            assertThat(GateFixture.end(run)).isEqualTo(Result.FAILURE);
            assertThat(run.getLog()).contains("count: \"" + count.replace("'", "") + "\" is not all, any");
        }
    }

    @Test
    void everythingIsSaidAtOnce() throws Exception {
        String log = failure("name: '', timeoutMinutes: 0, count: 'x', notify: 'x', onReject: 'x'");

        assertThat(log)
                .contains("ERROR: manualGate: 5 things are wrong, and nobody was asked:")
                .contains("  Give the gate a name.")
                .contains("  timeoutMinutes: 0")
                .contains("  count: \"x\"")
                .contains("  notify: item 1")
                .contains("  onReject: \"x\"");
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        assertThat(failure("name: 'x' * 201, message: 'y' * 20001, checklist: (1..51).collect { \"$it\" }"))
                .contains("name has 201 characters; at most 200 are allowed.")
                .contains("message has 20001 characters")
                .contains("checklist: 51 are given; at most 50 are allowed.");
    }
}
