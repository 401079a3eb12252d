/** The form in which somebody decides. It is made once for a gate, so that looking again keeps what was typed. */

import { el, setText, show } from "../deployments/dom.js";
import { text } from "../deployments/format.js";

export class DecisionForm {
    constructor(gate, decide) {
        this.decide = decide;
        this.checks = gate.checklist.map((item) => ({ item, input: el("input", { type: "checkbox" }) }));
        this.fields = gate.parameters.map((parameter) => ({ parameter, input: field(parameter) }));
        this.comment = el("textarea", { class: "jenkins-input", rows: "2", maxlength: "4000" });
        this.problem = el("p", { class: "stack-deploy-gate-problem", role: "alert" });
        this.approve = el("button", { class: "jenkins-button jenkins-button--primary", text: text("approve") });
        this.reject = el("button", {
            class: "jenkins-button jenkins-!-destructive-color",
            type: "button",
            text: text("reject"),
        });
        this.element = el(
            "form",
            { class: "stack-deploy-gate-form" },
            ...this.checks.map(({ item, input }) => el("label", {}, input, el("span", { text: item }))),
            ...this.fields.map(({ parameter, input }) => labelled(label(parameter), input)),
            labelled(text(gate.commentRequired ? "commentRequired" : "comment"), this.comment),
            this.problem,
            el("div", { class: "stack-deploy-gate-buttons" }, this.approve, this.reject),
        );
        this.element.addEventListener("submit", (event) => {
            event.preventDefault();
            this.send("approve", {
                comment: this.comment.value,
                checklist: this.checks.filter(({ input }) => input.checked).map(({ item }) => item),
                parameters: Object.fromEntries(this.fields.map(({ parameter, input }) => [parameter.name, input.value])),
            });
        });
        this.reject.addEventListener("click", () => this.send("reject", { comment: this.comment.value }));
    }

    update(gate) {
        this.may = gate;
        show(this.element, gate.mayApprove || gate.mayReject);
        this.enable();
    }

    enable() {
        this.approve.disabled = this.sending === true || !this.may.mayApprove;
        this.reject.disabled = this.sending === true || !this.may.mayReject;
    }

    async send(decision, body) {
        this.sending = true;
        this.enable();
        setText(this.problem, "");
        setText(this.problem, await this.decide(decision, body));
        this.sending = false;
        this.enable();
    }
}

function labelled(name, input) {
    return el("label", { class: "stack-deploy-gate-field" }, el("span", { text: name }), input);
}

function label(parameter) {
    return parameter.description === "" ? parameter.name : `${parameter.name}: ${parameter.description}`;
}

function field(parameter) {
    const choices = parameter.choices.map((choice) => el("option", { value: choice, text: choice }));
    const input = el(choices.length > 0 ? "select" : "input", { class: "jenkins-input" }, ...choices);
    if (parameter.defaultValue !== null) {
        input.value = parameter.defaultValue;
    }
    return input;
}
