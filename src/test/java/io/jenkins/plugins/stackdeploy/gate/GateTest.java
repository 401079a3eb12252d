package io.jenkins.plugins.stackdeploy.gate;

import static io.jenkins.plugins.stackdeploy.gate.GateFixture.administrator;
import static io.jenkins.plugins.stackdeploy.gate.GateFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @TempDir
    Path folder;

    private static GatePolicy ops() {
        return GatePolicy.of(GateRule.any(List.of(), List.of("ops")));
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    @Test
    void opensWhenEveryRuleIsMet() throws Exception {
        GateFixture fixture = new GateFixture(
                folder,
                GatePolicy.of(
                        GateRule.some(2, List.of(), List.of("ops")), GateRule.any(List.of("carol"), List.of("sec"))));

        fixture.approve("bob", "ops");
        assertThat(fixture.gate.progress())
                .extracting(RuleProgress::approvedBy)
                .containsExactly(List.of("Name of bob"), List.of());
        fixture.approve("carol");
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);
        fixture.approve("dave", "OPS");

        assertThat(fixture.gate.state()).isEqualTo(GateState.APPROVED);
        assertThat(fixture.told)
                .extracting(Decision::kind)
                .containsExactly(
                        Decision.Kind.APPROVE, Decision.Kind.APPROVE, Decision.Kind.APPROVE, Decision.Kind.SETTLE);
        assertThat(fixture.told).extracting(Decision::planDigest).containsOnly("sha-256:42");
    }

    @Test
    void somebodyInTwoGroupsDoesNotUseUpTheOnlyPlaceOfAnother() throws Exception {
        GateFixture fixture = new GateFixture(
                folder,
                GatePolicy.of(GateRule.any(List.of(), List.of("ops")), GateRule.any(List.of(), List.of("sec"))));

        fixture.approve("carol", "ops", "sec");
        fixture.approve("bob", "ops");

        assertThat(fixture.gate.state()).isEqualTo(GateState.APPROVED);
    }

    @Test
    void onePersonNeverFillsTwoPlaces() throws Exception {
        GateFixture fixture = new GateFixture(
                folder,
                GatePolicy.of(GateRule.any(List.of("bob"), List.of("ops")), GateRule.any(List.of("BOB"), List.of())));

        fixture.approve("bob", "ops");

        assertRefused(Refusal.ALREADY_APPROVED, () -> fixture.approve("Bob", "ops"));
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);
    }

    @Test
    void allMeansEveryUserAndOneOfEveryGroup() throws Exception {
        GateFixture fixture =
                new GateFixture(folder, GatePolicy.of(GateRule.all(List.of("bob", "carol"), List.of("sec"))));

        fixture.approve("carol", "sec");
        fixture.approve("bob");
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);
        fixture.approve("dave", "sec");

        assertThat(fixture.gate.state()).isEqualTo(GateState.APPROVED);
    }

    @Test
    void approvalThatCouldCountForNothingIsRefused() throws Exception {
        GateFixture fixture = new GateFixture(
                folder,
                GatePolicy.of(GateRule.any(List.of(), List.of("ops")), GateRule.any(List.of(), List.of("sec"))));
        fixture.approve("bob", "ops");

        assertRefused(Refusal.NOT_NEEDED, () -> fixture.approve("dave", "ops"));
        assertThat(fixture.gate.refusalToReject(person("dave", "ops"))).isEmpty();
    }

    @Test
    void anonymousNeverApproves() throws Exception {
        GateFixture fixture = new GateFixture(folder, GatePolicy.of(GateRule.any(List.of(), List.of())));

        assertRefused(Refusal.ANONYMOUS, () -> fixture.gate.approve(Approver.ANONYMOUS, Answer.PLAIN));
        assertRefused(Refusal.ANONYMOUS, () -> fixture.gate.reject(Approver.ANONYMOUS, null));
    }

    @Test
    void requesterDecidesOnlyWhereThatIsAllowed() throws Exception {
        GateFixture strict = new GateFixture(folder, GatePolicy.of(GateRule.any(List.of("alice"), List.of("ops"))));
        assertRefused(Refusal.REQUESTER, () -> strict.approve("Alice", "ops"));
        assertRefused(Refusal.REQUESTER, () -> strict.gate.reject(person("alice"), null));

        GateFixture lenient = new GateFixture(
                folder.resolve("other"),
                new GatePolicy(
                        List.of(GateRule.any(List.of("alice"), List.of())), true, false, false, List.of(), List.of()));
        lenient.approve("alice");
        assertThat(lenient.gate.state()).isEqualTo(GateState.APPROVED);
    }

    @Test
    void administratorFillsOnePlaceAndOnlyWhereThatIsAllowed() throws Exception {
        GateFixture strict = new GateFixture(folder, ops());
        assertRefused(Refusal.NOT_NAMED, () -> strict.gate.approve(administrator("root"), Answer.PLAIN));

        GateFixture lenient = new GateFixture(
                folder.resolve("other"),
                new GatePolicy(
                        List.of(GateRule.some(2, List.of(), List.of("ops"))),
                        false,
                        true,
                        false,
                        List.of(),
                        List.of()));
        lenient.gate.approve(administrator("root"), Answer.PLAIN);
        assertThat(lenient.gate.state()).isEqualTo(GateState.OPEN);
        lenient.approve("bob", "ops");
        assertThat(lenient.gate.state()).isEqualTo(GateState.APPROVED);
    }

    @Test
    void somebodyWithoutThePermissionDecidesNothing() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops());
        Approver bob = new Approver("bob", "Bob", List.of("ops"), false, false);

        assertRefused(Refusal.NOT_PERMITTED, () -> fixture.gate.approve(bob, Answer.PLAIN));
        assertRefused(Refusal.NOT_PERMITTED, () -> fixture.gate.reject(bob, "no"));
    }

    @Test
    void oneRejectionEndsItWhateverWasApproved() throws Exception {
        GateFixture fixture = new GateFixture(folder, GatePolicy.of(GateRule.some(2, List.of(), List.of("ops"))));
        fixture.approve("bob", "ops");

        fixture.gate.reject(person("carol", "ops"), "not on a \u001b[31mFriday");

        assertThat(fixture.gate.state()).isEqualTo(GateState.REJECTED);
        assertThat(fixture.gate.outcome()).hasValueSatisfying(outcome -> {
            assertThat(outcome.rejection().by()).isEqualTo("carol");
            assertThat(outcome.comment()).isEqualTo("not on a Friday");
        });
        assertRefused(Refusal.SETTLED, () -> fixture.approve("dave", "ops"));
    }

    @Test
    void strangersDoNotReject() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops());

        assertRefused(Refusal.NOT_NAMED, () -> fixture.gate.reject(person("mallory", "dev"), null));
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);
        assertThat(fixture.gate.decisions()).isEmpty();
    }

    @Test
    void commentChecklistAndParametersAreAskedFor() throws Exception {
        GateFixture fixture = new GateFixture(
                folder,
                new GatePolicy(
                        List.of(GateRule.some(2, List.of(), List.of("ops"))),
                        false,
                        false,
                        true,
                        List.of("backup taken"),
                        List.of(
                                new GateParameter("TICKET", null, null, List.of()),
                                new GateParameter("WINDOW", null, "now", List.of("now", "tonight")))));
        Approver bob = person("bob", "ops");

        assertRefused(Refusal.COMMENT_MISSING, () -> fixture.gate.approve(bob, Answer.because("  \n")));
        assertRefused(Refusal.COMMENT_LONG, () -> fixture.gate.approve(bob, Answer.because("x".repeat(4_001))));
        assertRefused(Refusal.CHECKLIST, () -> fixture.gate.approve(bob, Answer.because("fine")));
        assertRefused(Refusal.PARAMETER, () -> fixture.gate.approve(bob, answer(Map.of())));
        assertRefused(Refusal.PARAMETER, () -> fixture.gate.approve(bob, answer(Map.of("TICKET", " "))));
        assertRefused(
                Refusal.PARAMETER, () -> fixture.gate.approve(bob, answer(Map.of("TICKET", "T-1", "WINDOW", "never"))));
        assertRefused(
                Refusal.PARAMETER, () -> fixture.gate.approve(bob, answer(Map.of("TICKET", "T-1", "OTHER", "x"))));
        assertRefused(Refusal.COMMENT_MISSING, () -> fixture.gate.reject(bob, null));
        assertThat(fixture.gate.decisions()).isEmpty();

        fixture.gate.approve(bob, answer(Map.of("TICKET", "T-1")));
        fixture.gate.approve(person("carol", "ops"), answer(Map.of("TICKET", "T-2", "WINDOW", "tonight")));
        assertThat(fixture.gate.outcome()).hasValueSatisfying(outcome -> assertThat(outcome.parameters())
                .isEqualTo(Map.of("TICKET", "T-2", "WINDOW", "tonight")));
    }

    private static Answer answer(Map<String, String> parameters) {
        return new Answer("fine", List.of("backup taken"), parameters);
    }

    @ParameterizedTest
    @CsvSource({"true, EXPIRED_APPROVED", "false, EXPIRED_REJECTED"})
    void deadlineDecides(boolean approves, GateState state) throws Exception {
        GateFixture fixture = new GateFixture(folder, ops(), Duration.ofMinutes(10), approves);

        fixture.pass(Duration.ofMinutes(10).minusMillis(1));
        fixture.gate.look();
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);
        fixture.pass(Duration.ofMillis(1));
        fixture.gate.look();

        assertThat(fixture.gate.state()).isEqualTo(state);
        assertThat(state.isApproved()).isEqualTo(approves);
    }

    @Test
    void answerAfterTheDeadlineIsTooLateThoughNobodyHasLooked() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops(), Duration.ofMinutes(10), false);
        fixture.pass(Duration.ofMinutes(11));

        assertRefused(Refusal.SETTLED, () -> fixture.approve("bob", "ops"));
        assertThat(fixture.gate.state()).isEqualTo(GateState.EXPIRED_REJECTED);
        assertThat(fixture.told).hasSize(1);
    }

    @Test
    void deadlineHoldsThroughARestart() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops(), Duration.ofMinutes(10), false);
        fixture.pass(Duration.ofHours(2));
        fixture.reopen();
        assertThat(fixture.gate.state()).isEqualTo(GateState.OPEN);

        fixture.gate.look();

        assertThat(fixture.gate.state()).isEqualTo(GateState.EXPIRED_REJECTED);
    }

    @Test
    void endsOnceOnly() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops());

        assertThat(fixture.gate.supersede("deploy #8")).isTrue();
        assertThat(fixture.gate.abort("stopped")).isFalse();
        fixture.gate.look();

        assertThat(fixture.gate.state()).isEqualTo(GateState.SUPERSEDED);
        assertThat(fixture.gate.outcome())
                .hasValueSatisfying(outcome -> assertThat(outcome.why()).isEqualTo("deploy #8"));
        assertThat(fixture.told).hasSize(1);
    }

    @Test
    void abortIsNoRejection() throws Exception {
        GateFixture fixture = new GateFixture(folder, ops());

        assertThat(fixture.gate.abort("stopped by alice")).isTrue();

        assertThat(fixture.gate.state()).isEqualTo(GateState.ABORTED);
        assertThat(fixture.gate.outcome())
                .hasValueSatisfying(outcome -> assertThat(outcome.rejection()).isNull());
    }

    @Test
    void rulesThatTooFewPeopleAreNamedForCannotBeMet() {
        GatePolicy policy = GatePolicy.of(
                GateRule.any(List.of("alice", "bob"), List.of()), GateRule.any(List.of(), List.of("ops")));

        assertThat(policy.canBeMet(List.of("alice"), Identities.IGNORING_CASE)).isTrue();
        assertThat(policy.canBeMet(List.of("Alice", "BOB"), Identities.IGNORING_CASE))
                .isFalse();
    }

    @Test
    void rulesThatNeedOnePersonTwiceCannotBeMet() {
        GatePolicy policy =
                GatePolicy.of(GateRule.any(List.of("alice"), List.of()), GateRule.any(List.of("ALICE"), List.of()));

        assertThat(policy.canBeMet(List.of(), Identities.IGNORING_CASE)).isFalse();
    }
}
