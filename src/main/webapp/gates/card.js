/** One gate: what is asked, what was decided, and the form to decide. */

import { el, setText, setTone, show } from "../deployments/dom.js";
import { moment, text } from "../deployments/format.js";
import { DecisionForm } from "./form.js";
import { PlanSection } from "./plan.js";

/** How the state of a gate looks; what is not named is a failure. */
export const TONES = { OPEN: "waiting", APPROVED: "done", EXPIRED_APPROVED: "done", SUPERSEDED: "undone", ABORTED: "undone" };

export class GateCard {
    /**
     * @param decide sends a decision and its body; answers what is wrong with it, or nothing
     * @param loadPlan answers the plan as JSON
     */
    constructor(gate, decide, loadPlan) {
        const heading = el("h2", { id: `gate-name-${gate.id}`, text: gate.name });
        this.state = el("span", { class: "stack-deploy-badge", role: "status" });
        this.facts = el("dl", { class: "stack-deploy-gate-facts" });
        this.rules = el("ul", { class: "stack-deploy-gate-rules" });
        this.decisions = el("div");
        this.notes = el("div");
        this.whyNot = el("p", { class: "stack-deploy-hint" });
        this.form = new DecisionForm(gate, decide);
        this.element = el(
            "section",
            { class: "stack-deploy-card", id: `gate-${gate.id}`, "aria-labelledby": heading.id },
            el("header", {}, heading, this.state),
            el("p", { class: "stack-deploy-gate-said", text: gate.message }),
            ...(gate.planDigest === null ? [] : [new PlanSection(gate.id, loadPlan).element]),
            this.facts,
            el("h3", { text: text("rules") }),
            this.rules,
            this.decisions,
            this.notes,
            this.whyNot,
            this.form.element,
        );
    }

    update(gate) {
        // Looking again changes nothing that is the same: it would take away what somebody has selected.
        const seen = JSON.stringify(gate);
        if (seen === this.seen) {
            return;
        }
        this.seen = seen;
        setText(this.state, gate.stateText);
        setTone(this.state, TONES[gate.state] ?? "failed");
        this.facts.replaceChildren(...facts(gate));
        this.rules.replaceChildren(...gate.rules.map(rule));
        this.decisions.replaceChildren(...(gate.decisions.length === 0 ? [] : [table(gate.decisions)]));
        this.notes.replaceChildren(...(gate.notes.length === 0 ? [] : [notes(gate.notes)]));
        setText(this.whyNot, gate.whyNot ?? "");
        show(this.whyNot, gate.whyNot !== null);
        this.form.update(gate);
    }
}

function facts(gate) {
    // When it opened is not known of a gate whose files cannot be read.
    const shown = gate.openedAt === null ? [] : [[text("openedAt"), time(gate.openedAt)]];
    if (gate.requesters.length > 0) {
        shown.push([text("requesters"), gate.requesters.join(", ")]);
    }
    if (gate.deadline !== null) {
        shown.push([text(gate.approvedAtDeadline ? "deadlineApproves" : "deadlineRejects"), time(gate.deadline)]);
    }
    if (gate.planDigest !== null) {
        shown.push([text("digest"), el("code", { text: gate.planDigest })]);
    }
    return shown.flatMap(([label, value]) => {
        const description = el("dd");
        description.append(value);
        return [el("dt", { text: label }), description];
    });
}

function notes(lines) {
    return el(
        "section",
        {},
        el("h3", { text: text("notes") }),
        el("pre", { class: "stack-deploy-gate-notes", tabindex: "0", "aria-label": text("notes"), text: lines.join("\n") }),
    );
}

function time(iso) {
    return el("time", { datetime: iso, text: moment(iso) });
}

function rule(each) {
    const item = el("li", { text: `${each.text} (${each.approvedBy.length}/${each.needed})` });
    if (each.approvedBy.length > 0) {
        item.append(`, ${text("approvedBy", each.approvedBy.join(", "))}`);
    }
    if (each.met) {
        item.prepend(el("span", { class: "stack-deploy-gate-met", role: "img", "aria-label": text("met"), text: "\u2713 " }));
    }
    return item;
}

function table(decisions) {
    const columns = ["when", "by", "decision", "comment"];
    return el(
        "table",
        { class: "jenkins-table stack-deploy-gate-decisions" },
        el("caption", { text: text("decisions") }),
        el("thead", {}, el("tr", {}, ...columns.map((key) => el("th", { scope: "col", text: text(key) })))),
        el("tbody", {}, ...decisions.map(row)),
    );
}

function row(decision) {
    const values = Object.entries(decision.parameters).map(([name, value]) => `${name} = ${value}`);
    const said = [decision.comment, ...values].filter((each) => each !== null).join("\n");
    return el(
        "tr",
        {},
        el("td", {}, time(decision.at)),
        el("td", { text: decision.who }),
        el("td", { text: text(decision.kind === "APPROVE" ? "kindApprove" : "kindReject") }),
        el("td", { class: "stack-deploy-gate-said", text: said }),
    );
}
