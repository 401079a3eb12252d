package io.jenkins.plugins.stackdeploy.gate;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A question that people decide. Any number of them may answer at once: decisions are taken one after the other, and one of
 * them settles the gate. Every decision is in the ledger before anybody is told of it, so that a gate that is read from its
 * ledger again stands where it stood.
 *
 * <p>The deadline is looked at before every decision: an answer that comes after it is too late, even when nobody has
 * called {@link #look} yet.
 */
public final class Gate {
    private final GateRequest request;
    private final Ledger ledger;
    private final Identities identities;
    private final InstantSource clock;
    private final Consumer<Decision> listener;

    /**
     * A gate as its ledger has it.
     *
     * @param request what is to be decided
     * @param ledger what was decided; nobody else may write to it
     * @param identities compares names
     * @param clock tells the time
     * @param listener told of every new decision after it was written, by the thread that took it; the one that settles the
     *     gate is told once
     */
    public Gate(
            GateRequest request,
            Ledger ledger,
            Identities identities,
            InstantSource clock,
            Consumer<Decision> listener) {
        this.request = request;
        this.ledger = ledger;
        this.identities = identities;
        this.clock = clock;
        this.listener = listener;
    }

    /** What is to be decided. */
    public GateRequest request() {
        return request;
    }

    /** Where it stands. */
    public synchronized GateState state() {
        List<Decision> decisions = ledger.decisions();
        if (decisions.isEmpty()) {
            return GateState.OPEN;
        }
        GateState state = decisions.get(decisions.size() - 1).state();
        return state == null ? GateState.OPEN : state;
    }

    /** What was decided so far, in order. */
    public synchronized List<Decision> decisions() {
        return ledger.decisions();
    }

    /** What came of it; empty while it is open. */
    public synchronized Optional<GateOutcome> outcome() {
        return state() == GateState.OPEN ? Optional.empty() : Optional.of(GateOutcome.of(request, ledger.decisions()));
    }

    /** How far each rule is met, in the order of the rules. */
    public synchronized List<RuleProgress> progress() {
        List<Decision> approvals = approvals();
        List<Place> places = request.policy().places();
        int[] holders = seat(approvals);
        List<RuleProgress> progress = new ArrayList<>();
        for (int rule = 0; rule < request.policy().rules().size(); rule++) {
            int index = rule;
            progress.add(new RuleProgress(
                    request.policy().rules().get(rule),
                    IntStream.range(0, holders.length)
                            .filter(place -> places.get(place).rule() == index && holders[place] != Matching.EMPTY)
                            .mapToObj(place -> approvals.get(holders[place]).name())
                            .toList()));
        }
        return progress;
    }

    /**
     * Why somebody could not approve now, whatever went with it.
     *
     * @param person as known now
     * @return empty when an approval would be taken
     */
    public synchronized Optional<RefusedException> refusal(Approver person) {
        try {
            checkOpen();
            checkApproval(person);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused);
        }
    }

    /**
     * Why somebody could not reject now, whatever went with it.
     *
     * @param person as known now
     * @return empty when a rejection would be taken
     */
    public synchronized Optional<RefusedException> refusalToReject(Approver person) {
        try {
            checkOpen();
            request.policy().check(person, request.requesters(), identities);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused);
        }
    }

    /**
     * Approves; the last approval that is needed settles the gate.
     *
     * @param person as known now
     * @param answer what goes with it
     * @throws RefusedException when it is not taken
     * @throws IOException when it could not be written down; then it is not taken, unless the ledger has it already and only
     *     what it settles is missing, which the next {@link #look} adds
     */
    public void approve(Approver person, Answer answer) throws RefusedException, IOException {
        decide(news -> {
            List<Integer> places = checkApproval(person);
            Answer complete = new AnswerCheck(request.policy()).approval(answer);
            write(
                    Decision.approve(ledger.next(), clock.instant(), person, complete, places, request.planDigest()),
                    news);
            settleWhenMet(news);
        });
    }

    /**
     * Says no, which settles the gate.
     *
     * @param person as known now; entitled like somebody who approves
     * @param comment why; null for nothing
     * @throws RefusedException when it is not taken
     * @throws IOException when it could not be written down; as for {@link #approve}
     */
    public void reject(Approver person, String comment) throws RefusedException, IOException {
        decide(news -> {
            request.policy().check(person, request.requesters(), identities);
            Answer answer = Answer.because(comment);
            new AnswerCheck(request.policy()).comment(answer.comment());
            write(
                    Decision.reject(ledger.next(), clock.instant(), person, answer.comment(), request.planDigest()),
                    news);
            settle(GateState.REJECTED, null, news);
        });
    }

    /**
     * Applies the deadline when it has passed, and finishes what a crash interrupted: a gate whose last decision was taken
     * but not yet settled.
     *
     * @throws IOException when it could not be written down; then the gate is as before
     */
    public void look() throws IOException {
        List<Decision> news = new ArrayList<>();
        try {
            synchronized (this) {
                settleWhatIsDue(news);
            }
        } finally {
            news.forEach(listener);
        }
    }

    /**
     * Ends a gate that a newer run waits at.
     *
     * @param by the newer run, for people
     * @return whether it was still open
     * @throws IOException when it could not be written down; then the gate is as before
     */
    public boolean supersede(String by) throws IOException {
        return endUnlessSettled(GateState.SUPERSEDED, by);
    }

    /**
     * Ends a gate whose build is stopped.
     *
     * @param why for people
     * @return whether it was still open
     * @throws IOException when it could not be written down; then the gate is as before
     */
    public boolean abort(String why) throws IOException {
        return endUnlessSettled(GateState.ABORTED, why);
    }

    private boolean endUnlessSettled(GateState state, String why) throws IOException {
        List<Decision> news = new ArrayList<>();
        try {
            synchronized (this) {
                if (state() != GateState.OPEN) {
                    return false;
                }
                settle(state, why, news);
                return true;
            }
        } finally {
            news.forEach(listener);
        }
    }

    private interface Step {
        void run(List<Decision> news) throws RefusedException, IOException;
    }

    /** The listener is called outside of the lock: it may take its time, and call back. */
    private void decide(Step step) throws RefusedException, IOException {
        List<Decision> news = new ArrayList<>();
        try {
            synchronized (this) {
                settleWhatIsDue(news);
                checkOpen();
                step.run(news);
            }
        } finally {
            news.forEach(listener);
        }
    }

    private void checkOpen() throws RefusedException {
        if (state() != GateState.OPEN) {
            throw new RefusedException(Refusal.SETTLED, Messages.Refused_settled());
        }
    }

    /** The places that somebody fits whose approval brings the gate further. */
    private List<Integer> checkApproval(Approver person) throws RefusedException {
        GatePolicy policy = request.policy();
        policy.check(person, request.requesters(), identities);
        List<Decision> approvals = approvals();
        if (approvals.stream().anyMatch(each -> identities.sameUser(each.by(), person.id()))) {
            throw new RefusedException(Refusal.ALREADY_APPROVED, Messages.Refused_alreadyApproved());
        }
        List<Integer> places = policy.fitting(person, identities);
        List<List<Integer>> people = new ArrayList<>();
        approvals.forEach(each -> people.add(each.places()));
        int before = Matching.filled(seat(approvals));
        people.add(places);
        // Who fills no further place now cannot do so after further approvals either.
        if (Matching.filled(Matching.of(policy.places().size(), people)) == before) {
            throw new RefusedException(Refusal.NOT_NEEDED, Messages.Refused_notNeeded());
        }
        return places;
    }

    private List<Decision> approvals() {
        return ledger.decisions().stream()
                .filter(each -> each.kind() == Decision.Kind.APPROVE)
                .toList();
    }

    private int[] seat(List<Decision> approvals) {
        return Matching.of(
                request.policy().places().size(),
                approvals.stream().map(Decision::places).toList());
    }

    private void settleWhatIsDue(List<Decision> news) throws IOException {
        if (state() == GateState.OPEN) {
            finishInterrupted(news);
        }
        if (state() == GateState.OPEN) {
            expireWhenDue(news);
        }
    }

    private void finishInterrupted(List<Decision> news) throws IOException {
        if (ledger.decisions().stream().anyMatch(each -> each.kind() == Decision.Kind.REJECT)) {
            settle(GateState.REJECTED, null, news);
        } else {
            settleWhenMet(news);
        }
    }

    private void settleWhenMet(List<Decision> news) throws IOException {
        int[] holders = seat(approvals());
        if (Matching.filled(holders) == holders.length) {
            settle(GateState.APPROVED, null, news);
        }
    }

    private void expireWhenDue(List<Decision> news) throws IOException {
        Instant deadline = request.deadline();
        if (deadline != null && !clock.instant().isBefore(deadline)) {
            settle(request.approvedAtDeadline() ? GateState.EXPIRED_APPROVED : GateState.EXPIRED_REJECTED, null, news);
        }
    }

    private void settle(GateState state, String why, List<Decision> news) throws IOException {
        write(Decision.settle(ledger.next(), clock.instant(), state, why, request.planDigest()), news);
    }

    private void write(Decision decision, List<Decision> news) throws IOException {
        ledger.append(decision);
        news.add(decision);
    }
}
