package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import io.jenkins.plugins.stackdeploy.gate.RefusedException;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.report.PageTexts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/**
 * One gate in the web, at {@code …/gates/<id>/}: {@code status} reads it, {@code approve} and {@code reject} decide it. Both
 * take an empty body or JSON:
 *
 * <pre>
 *   {"comment": "why", "checklist": ["item", …], "parameters": {"NAME": "value", …}}
 * </pre>
 *
 * They answer 200 with the gate as it is then, or {@code {"error": …, "reason": …}} with 400 (something is missing in the
 * body), 403 (whoever asks may not decide) or 409 (too late, or not needed).
 */
public final class GateResource {
    private final Run<?, ?> run;
    private final String id;
    private final String key;

    GateResource(Run<?, ?> run, String id, String key) {
        this.run = run;
        this.id = id;
        this.key = key;
    }

    /** The build, for the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** Unique in the build. */
    public String getId() {
        return id;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json(Messages.class, "Page.");
    }

    /** Whether the build waits at it. */
    public boolean isWaiting() {
        return live().map(gate -> gate.gate().state() == GateState.OPEN).orElse(false);
    }

    private Optional<LiveGate> live() {
        return GateService.get().find(key);
    }

    /**
     * The gate as it is: the one that the build waits at, else as its files have it.
     *
     * @return empty when its files are gone
     * @throws IOException when they cannot be read
     */
    public Optional<Gate> gate() throws IOException {
        return gate(live());
    }

    private Optional<Gate> gate(Optional<LiveGate> live) throws IOException {
        if (live.isPresent()) {
            return live.map(LiveGate::gate);
        }
        GateFiles files = new GateFiles(run, key);
        Optional<GateJob> job = files.job();
        return job.isEmpty()
                ? Optional.empty()
                : Optional.of(files.open(job.get(), GateService.get().clock(), decision -> {
                    throw new IllegalStateException("nobody waits at this gate");
                }));
    }

    /**
     * The plan that is decided upon.
     *
     * @return empty when there is none, or its file is gone
     * @throws IOException when it cannot be read, or was changed by somebody else
     */
    public Optional<Plan> plan() throws IOException {
        return new GateFiles(run, key).plan();
    }

    /** The plan as JSON, which never changes; an empty object when there is none. Changes nothing. */
    @GET
    public HttpResponse doPlan(StaplerRequest2 request) throws IOException {
        run.checkPermission(Item.READ);
        return JsonAnswer.ofState(plan().map(PlanView::of).orElseGet(Map::of));
    }

    /** What has happened after the end of the build, the last lines; none for a gate that a build waits at. */
    List<String> notes() throws IOException {
        return GateNotes.shown(run, key);
    }

    /** Whether it comes after the build, and waits or starts jobs. */
    boolean isGoingOn() {
        return PostBuildWait.index().has(key);
    }

    /** The gate as JSON; changes nothing. */
    @GET
    public HttpResponse doStatus(StaplerRequest2 request) throws IOException {
        run.checkPermission(Item.READ);
        return JsonAnswer.ofState(GateView.of(run, List.of(this)));
    }

    /** Approves as the current user. */
    @POST
    public HttpResponse doApprove(StaplerRequest2 request) throws IOException {
        run.checkPermission(Item.READ);
        return answer(request, true);
    }

    /** Rejects as the current user. */
    @POST
    public HttpResponse doReject(StaplerRequest2 request) throws IOException {
        run.checkPermission(Item.READ);
        return answer(request, false);
    }

    private HttpResponse answer(StaplerRequest2 request, boolean approves) throws IOException {
        try {
            decide(AnswerBody.read(request), approves);
            return JsonAnswer.of(JsonAnswer.OK, GateView.of(run, List.of(this)));
        } catch (AnswerBody.UnreadableException unreadable) {
            return JsonAnswer.error(unreadable.status(), "BODY", unreadable.getMessage());
        } catch (RefusedException refused) {
            int status =
                    switch (refused.refusal().kind()) {
                        case FORBIDDEN -> JsonAnswer.FORBIDDEN;
                        case CONFLICT -> JsonAnswer.CONFLICT;
                        case INVALID -> JsonAnswer.BAD_REQUEST;
                    };
            return JsonAnswer.error(status, refused.refusal().name(), refused.getMessage());
        } catch (GateException notWaiting) {
            return JsonAnswer.error(JsonAnswer.CONFLICT, "NOT_WAITING", notWaiting.getMessage());
        }
    }

    /**
     * Decides as the current user, by the rules and permissions of this moment.
     *
     * @param answer what goes with it; of a rejection only the comment counts
     * @param approves whether it is a yes
     * @throws RefusedException when the decision is not taken
     * @throws GateException when no build waits here
     * @throws IOException when the decision could not be written down
     */
    public void decide(Answer answer, boolean approves) throws RefusedException, IOException {
        Approver approver = CurrentApprover.of(run);
        // Asked once: a gate that begins to wait meanwhile has a ledger of its own, and two must not write to one file.
        Optional<LiveGate> live = live();
        Gate gate = gate(live).orElseThrow(() -> new GateException(Messages.Gate_gone()));
        if (live.isEmpty() && gate.state() == GateState.OPEN) {
            throw new GateException(Messages.Gate_notWaiting());
        }
        if (approves) {
            gate.approve(approver, answer);
        } else {
            gate.reject(approver, answer.comment());
        }
    }
}
