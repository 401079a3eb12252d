package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateParameter;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import io.jenkins.plugins.stackdeploy.gate.RefusedException;
import io.jenkins.plugins.stackdeploy.gate.RuleProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gates as the pages and the web API show them to the current user. */
final class GateView {
    private static final Logger LOGGER = Logger.getLogger(GateView.class.getName());

    private GateView() {}

    /**
     * The view.
     *
     * @return {@code building} (whether there may be news), {@code user} and {@code gates}; texts are in the language of the request,
     *     and a gate whose files cannot be read says so
     */
    static Map<String, Object> of(Run<?, ?> run, List<GateResource> gates) {
        Approver viewer = CurrentApprover.of(run);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("building", run.isBuilding() || gates.stream().anyMatch(GateResource::isGoingOn));
        view.put("user", viewer.anonymous() ? null : viewer.id());
        List<Object> views = new ArrayList<>();
        for (GateResource each : gates) {
            try {
                Optional<Gate> gate = each.gate();
                if (gate.isPresent()) {
                    views.add(one(each, gate.get(), viewer));
                }
            } catch (IOException unreadable) {
                // One gate whose files were damaged must not hide the others.
                LOGGER.log(Level.WARNING, "The gate " + each.getId() + " of " + run + " cannot be read", unreadable);
                views.add(unreadable(each));
            }
        }
        view.put("gates", views);
        return view;
    }

    private static Map<String, Object> one(GateResource resource, Gate gate, Approver viewer) throws IOException {
        GateRequest request = gate.request();
        GateState state = gate.state();
        boolean waiting = resource.isWaiting();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", resource.getId());
        view.put("name", Text.oneLine(request.name()));
        view.put("message", Text.printable(request.message()));
        view.put("state", state.name());
        view.put("waiting", waiting);
        view.put("stateText", stateText(gate, state, waiting));
        view.put("openedAt", request.opened().toString());
        view.put(
                "deadline",
                request.deadline() == null ? null : request.deadline().toString());
        view.put("approvedAtDeadline", request.approvedAtDeadline());
        view.put("requesters", request.requesters());
        view.put("planDigest", request.planDigest());
        view.put("commentRequired", request.policy().commentRequired());
        view.put("checklist", request.policy().checklist());
        view.put("parameters", parameters(request.policy().parameters()));
        view.put("rules", gate.progress().stream().map(GateView::rule).toList());
        view.put("decisions", decisions(gate.decisions()));
        view.put("notes", resource.notes());
        Optional<RefusedException> refusal = gate.refusal(viewer);
        view.put("mayApprove", waiting && refusal.isEmpty());
        view.put("mayReject", waiting && gate.refusalToReject(viewer).isEmpty());
        view.put("whyNot", waiting ? refusal.map(Exception::getMessage).orElse(null) : null);
        return view;
    }

    private static Map<String, Object> unreadable(GateResource resource) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", resource.getId());
        view.put("name", resource.getId());
        view.put("message", "");
        view.put("state", "UNREADABLE");
        view.put("waiting", resource.isWaiting());
        view.put("stateText", Messages.Gate_unreadable());
        view.put("openedAt", null);
        view.put("deadline", null);
        view.put("approvedAtDeadline", false);
        view.put("requesters", List.of());
        view.put("planDigest", null);
        view.put("commentRequired", false);
        for (String list : List.of("checklist", "parameters", "rules", "decisions", "notes")) {
            view.put(list, List.of());
        }
        view.put("mayApprove", false);
        view.put("mayReject", false);
        view.put("whyNot", null);
        return view;
    }

    private static String stateText(Gate gate, GateState state, boolean waiting) {
        if (state == GateState.OPEN && !waiting) {
            return Messages.Gate_notWaiting();
        }
        return StateText.of(state, gate.outcome().map(outcome -> outcome.why()).orElse(null))
                .toString();
    }

    private static Map<String, Object> rule(RuleProgress progress) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("text", RuleText.of(progress.rule()));
        view.put("needed", progress.rule().needed());
        view.put("approvedBy", progress.approvedBy());
        view.put("met", progress.isMet());
        return view;
    }

    private static List<Object> parameters(List<GateParameter> parameters) {
        List<Object> views = new ArrayList<>();
        for (GateParameter parameter : parameters) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", parameter.name());
            view.put("description", Text.printable(parameter.description()));
            view.put("defaultValue", parameter.defaultValue());
            view.put("choices", parameter.choices());
            views.add(view);
        }
        return views;
    }

    private static List<Object> decisions(List<Decision> decisions) {
        List<Object> views = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.kind() != Decision.Kind.SETTLE) {
                Map<String, Object> view = new LinkedHashMap<>();
                view.put("number", decision.number());
                view.put("kind", decision.kind().name());
                view.put("by", decision.by());
                view.put("who", DecisionText.who(decision));
                view.put("at", decision.at().toString());
                view.put("comment", decision.comment());
                view.put("parameters", decision.parameters());
                views.add(view);
            }
        }
        return views;
    }
}
