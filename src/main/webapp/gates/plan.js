/** What would be deployed. It is loaded once: a plan never changes. */

import { el } from "../deployments/dom.js";
import { moment, text } from "../deployments/format.js";

const DIFF = { "+": "added", "-": "removed", "@": "place" };

export class PlanSection {
    /** @param load answers the plan as JSON */
    constructor(id, load) {
        this.load = load;
        const heading = el("h3", { id: `gate-plan-${id}`, text: text("plan") });
        this.content = el("div");
        this.element = el("section", { class: "stack-deploy-plan", "aria-labelledby": heading.id }, heading, this.content);
        this.fill();
    }

    async fill() {
        try {
            this.content.replaceChildren(...sections(await this.load()));
        } catch {
            const again = el("button", { class: "jenkins-button", type: "button", text: text("planAgain") });
            again.addEventListener("click", () => this.fill());
            const problem = el("p", { class: "stack-deploy-gate-problem", role: "alert", text: text("planLost") });
            this.content.replaceChildren(problem, again);
        }
    }
}

function sections(plan) {
    const shown = [el("p", { class: "stack-deploy-plan-headline", text: plan.headline })];
    shown.push(...plan.tables.map(table));
    if (plan.template.diff !== "") {
        shown.push(el("h4", { text: plan.template.caption }), difference(plan.template));
    }
    if (plan.expiresAt !== null) {
        const until = el("time", { datetime: plan.expiresAt, text: moment(plan.expiresAt) });
        shown.push(el("p", { class: "stack-deploy-hint", text: `${text("planExpires")} ` }, until));
    }
    return shown;
}

function table({ caption, columns, rows, notes }) {
    const shown = el("div", { class: "stack-deploy-wide" });
    if (rows.length === 0) {
        shown.append(el("h4", { text: caption }));
    } else {
        const head = columns.map((column) => el("th", { scope: "col", text: column }));
        shown.append(
            el(
                "table",
                { class: "jenkins-table jenkins-table--small stack-deploy-plan-table" },
                el("caption", { text: caption }),
                el("thead", {}, el("tr", {}, ...head)),
                el("tbody", {}, ...rows.map(row)),
            ),
        );
    }
    shown.append(...notes.map((note) => el("p", { class: "stack-deploy-hint", text: note })));
    return shown;
}

function row({ kind, cells }) {
    return el("tr", { "data-kind": kind }, ...cells.map((cell) => el("td", { text: cell })));
}

/** The lines keep their signs: colours alone say nothing to many. */
function difference({ caption, diff }) {
    const lines = diff.split("\n").map((line) => {
        const kind = line.startsWith("+++") || line.startsWith("---") ? "file" : (DIFF[line[0]] ?? "same");
        return el("span", { class: `stack-deploy-diff-${kind}`, text: `${line}\n` });
    });
    return el("pre", { class: "stack-deploy-diff", tabindex: "0", role: "region", "aria-label": caption }, ...lines);
}
