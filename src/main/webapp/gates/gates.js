/* The gates of a build: shows what the status address answers, and sends decisions. Everything from outside is set as text. */
(() => {
  "use strict";

  const USUAL_PAUSE = 3000;
  const LONGEST_PAUSE = 30000;

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    if (text !== undefined && text !== null) {
      element.textContent = text;
    }
    return element;
  }

  function inLocalTime(time) {
    const shown = make("time", null, new Date(time).toLocaleString());
    shown.dateTime = time;
    return shown;
  }

  function crumb() {
    const { crumbHeader, crumbValue } = document.head.dataset;
    return crumbHeader ? { [crumbHeader]: crumbValue } : {};
  }

  /** One gate on the page. Its form is made once, so that looking again does not undo what somebody is typing. */
  class Card {
    constructor(page, gate) {
      this.page = page;
      this.texts = page.texts;
      this.id = gate.id;
      this.element = make("section", "stack-deploy-gate");
      this.element.id = "gate-" + gate.id;
      const heading = make("h2", null, gate.name);
      heading.id = "gate-name-" + gate.id;
      this.element.setAttribute("aria-labelledby", heading.id);
      this.state = make("p", "stack-deploy-gate__state");
      this.state.setAttribute("role", "status");
      this.facts = make("dl", "stack-deploy-gate__facts");
      this.rules = make("ul", "stack-deploy-gate__rules");
      this.decisions = make("div");
      this.hint = make("p", "stack-deploy-gate__hint");
      this.form = this.makeForm(gate);
      this.element.append(heading);
      if (gate.message) {
        this.element.append(make("p", "stack-deploy-gate__message", gate.message));
      }
      this.element.append(this.state, this.facts, make("h3", null, this.texts.textRules), this.rules);
      this.element.append(this.decisions, this.hint, this.form);
    }

    show(gate) {
      this.state.textContent = gate.stateText;
      this.state.classList.toggle("stack-deploy-gate__state--approved", /APPROVED$/.test(gate.state));
      this.state.classList.toggle("stack-deploy-gate__state--rejected", /REJECTED$|ABORTED|SUPERSEDED/.test(gate.state));
      this.showFacts(gate);
      this.rules.replaceChildren(...gate.rules.map((rule) => this.ruleItem(rule)));
      this.showDecisions(gate.decisions);
      this.hint.textContent = gate.whyNot || "";
      this.form.hidden = !gate.mayApprove && !gate.mayReject;
      this.approve.disabled = !gate.mayApprove;
      this.reject.disabled = !gate.mayReject;
    }

    showFacts(gate) {
      const facts = [[this.texts.textOpenedAt, inLocalTime(gate.openedAt)]];
      if (gate.requesters.length) {
        facts.push([this.texts.textRequesters, gate.requesters.join(", ")]);
      }
      if (gate.deadline) {
        const label = gate.approvedAtDeadline ? this.texts.textDeadlineApproves : this.texts.textDeadlineRejects;
        facts.push([label, inLocalTime(gate.deadline)]);
      }
      if (gate.planDigest) {
        facts.push([this.texts.textDigest, make("code", null, gate.planDigest)]);
      }
      this.facts.replaceChildren();
      for (const [label, value] of facts) {
        const shown = make("dd");
        shown.append(value);
        this.facts.append(make("dt", null, label), shown);
      }
    }

    ruleItem(rule) {
      const names = rule.approvedBy.length ? ` \u2014 ${this.texts.textApprovedBy} ${rule.approvedBy.join(", ")}` : "";
      const mark = rule.met ? "\u2713 " : "";
      return make("li", null, `${mark}${rule.text} (${rule.approvedBy.length}/${rule.needed})${names}`);
    }

    showDecisions(decisions) {
      this.decisions.replaceChildren();
      if (!decisions.length) {
        return;
      }
      const table = make("table", "jenkins-table stack-deploy-gate__decisions");
      table.append(make("caption", null, this.texts.textDecisions));
      const head = make("tr");
      for (const label of ["textWhen", "textBy", "textDecision", "textComment"]) {
        const cell = make("th", null, this.texts[label]);
        cell.scope = "col";
        head.append(cell);
      }
      const top = make("thead");
      top.append(head);
      const body = make("tbody");
      body.append(...decisions.map((decision) => this.decisionRow(decision)));
      table.append(top, body);
      this.decisions.append(table);
    }

    decisionRow(decision) {
      const row = make("tr");
      const when = make("td");
      when.append(inLocalTime(decision.at));
      const kind = decision.kind === "APPROVE" ? this.texts.textKindApprove : this.texts.textKindReject;
      const values = Object.entries(decision.parameters).map(([name, value]) => `${name} = ${value}`);
      const said = [decision.comment, ...values].filter(Boolean).join("\n");
      row.append(when, make("td", null, decision.who), make("td", null, kind));
      row.append(make("td", "stack-deploy-gate__comment", said));
      return row;
    }

    makeForm(gate) {
      const form = make("form", "stack-deploy-gate__form");
      this.checks = gate.checklist.map((item) => this.checkbox(form, item));
      this.fields = gate.parameters.map((parameter) => this.field(form, parameter));
      this.comment = make("textarea", "jenkins-input");
      this.comment.rows = 2;
      this.comment.maxLength = 4000;
      const label = gate.commentRequired ? this.texts.textCommentRequired : this.texts.textComment;
      form.append(this.labelled(label, this.comment));
      this.problem = make("p", "stack-deploy-gate__problem");
      this.problem.setAttribute("role", "alert");
      this.approve = make("button", "jenkins-button jenkins-button--primary", this.texts.textApprove);
      this.approve.type = "submit";
      this.reject = make("button", "jenkins-button jenkins-!-destructive-color", this.texts.textReject);
      this.reject.type = "button";
      this.reject.addEventListener("click", () => this.send("reject"));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.send("approve");
      });
      const buttons = make("div", "stack-deploy-gate__buttons");
      buttons.append(this.approve, this.reject);
      form.append(this.problem, buttons);
      return form;
    }

    labelled(text, input) {
      const label = make("label", "stack-deploy-gate__field");
      label.append(make("span", null, text), input);
      return label;
    }

    checkbox(form, item) {
      const label = make("label");
      const input = make("input");
      input.type = "checkbox";
      label.append(input, document.createTextNode(" " + item));
      form.append(label);
      return { item, input };
    }

    field(form, parameter) {
      const input = make(parameter.choices.length ? "select" : "input", "jenkins-input");
      parameter.choices.forEach((choice) => input.append(new Option(choice, choice)));
      if (parameter.defaultValue !== null) {
        input.value = parameter.defaultValue;
      }
      const text = parameter.description ? `${parameter.name}: ${parameter.description}` : parameter.name;
      form.append(this.labelled(text, input));
      return { name: parameter.name, input };
    }

    async send(decision) {
      const body = { comment: this.comment.value };
      if (decision === "approve") {
        body.checklist = this.checks.filter((each) => each.input.checked).map((each) => each.item);
        body.parameters = Object.fromEntries(this.fields.map((each) => [each.name, each.input.value]));
      }
      this.problem.textContent = "";
      this.approve.disabled = true;
      this.reject.disabled = true;
      try {
        const response = await fetch(`${this.page.gates}${encodeURIComponent(this.id)}/${decision}`, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...crumb() },
          body: JSON.stringify(body),
        });
        if (!response.ok) {
          const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
          this.problem.textContent = isJson ? (await response.json()).error : `${response.status} ${response.statusText}`;
        }
      } catch {
        this.problem.textContent = this.texts.textLost;
      }
      this.page.lookAgain();
    }
  }

  /** The element that the gates are shown in. */
  class Page {
    constructor(element) {
      this.element = element;
      this.texts = element.dataset;
      this.gates = element.dataset.gates;
      this.cards = new Map();
      this.pause = USUAL_PAUSE;
      this.notice = make("p", "stack-deploy-gate__hint");
      this.notice.setAttribute("role", "status");
      element.append(this.notice);
    }

    async look() {
      try {
        const headers = this.tag ? { "If-None-Match": this.tag } : {};
        const response = await fetch(this.element.dataset.status, { headers, cache: "no-store" });
        if (response.status !== 304) {
          if (!response.ok) {
            throw new Error(String(response.status));
          }
          this.show(await response.json());
          this.tag = response.headers.get("ETag");
        }
        this.pause = USUAL_PAUSE;
        if (this.lost) {
          this.lost = false;
          this.notice.textContent = this.said;
        }
      } catch {
        this.lost = true;
        this.notice.textContent = this.texts.textLost;
        this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
      }
      if (this.goesOn !== false) {
        this.timer = setTimeout(() => this.look(), this.pause);
      }
    }

    /** Shows the real state again at once, also after a decision that was refused. */
    lookAgain() {
      clearTimeout(this.timer);
      this.tag = undefined;
      this.goesOn = true;
      this.look();
    }

    show(status) {
      for (const gate of status.gates) {
        if (!this.cards.has(gate.id)) {
          const card = new Card(this, gate);
          this.cards.set(gate.id, card);
          this.element.append(card.element);
        }
        this.cards.get(gate.id).show(gate);
      }
      this.said = status.gates.length ? (status.user ? "" : this.texts.textLogIn) : this.texts.textNone;
      this.notice.textContent = this.said;
      this.goesOn = status.building;
    }
  }

  function start() {
    document.querySelectorAll(".stack-deploy-gates").forEach((element) => new Page(element).look());
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
