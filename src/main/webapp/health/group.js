/** One account and region: how many wait, and what may be called how often. */

import { arrange, el, setText, setTone, show } from "../deployments/dom.js";
import { moment, text } from "../deployments/format.js";

const FACTS = ["waits", "due", "oldestTurn", "looks", "calls", "throttles", "lastThrottled"];
const CLOUDS = { ros: "Alibaba Cloud ROS", cloudformation: "AWS CloudFormation" };

export class GroupCard {
    constructor() {
        this.heading = el("h2");
        this.state = el("span", { class: "stack-deploy-badge" });
        this.place = el("p", { class: "stack-deploy-hint" });
        this.facts = new Map(FACTS.map((key) => [key, el("dd")]));
        this.ownLooks = el("p", { class: "stack-deploy-message", text: text("ownLooks") });
        this.rows = el("tbody");
        this.element = el(
            "section",
            { class: "stack-deploy-card" },
            el("header", {}, this.heading, this.state),
            this.place,
            el(
                "dl",
                { class: "stack-deploy-facts" },
                ...FACTS.map((key) => el("div", {}, el("dt", { text: text(key) }), this.facts.get(key))),
            ),
            this.ownLooks,
            el("div", { class: "stack-deploy-wide" }, this.table()),
        );
        this.budgets = new Map();
    }

    table() {
        const heads = ["api", "rate", "calls", "throttles", "lastThrottled"];
        return el(
            "table",
            { class: "jenkins-table stack-deploy-budgets" },
            el("caption", { text: text("budgets") }),
            el("thead", {}, el("tr", {}, ...heads.map((key) => el("th", { scope: "col", text: text(key) })))),
            this.rows,
        );
    }

    update(group) {
        setText(this.heading, `${CLOUDS[group.cloud] ?? group.cloud} \u00b7 ${group.region}`);
        setText(this.place, text("place", group.account, group.endpoint));
        const throttled = group.throttledSince !== null;
        setTone(this.state, throttled ? "undone" : group.waits > 0 ? "running" : "waiting");
        setText(
            this.state,
            throttled
                ? text("throttledSince", moment(group.throttledSince))
                : text(group.waits > 0 ? "watching" : "resting"),
        );
        FACTS.forEach((key) => {
            const value = group[key];
            const isTime = key === "oldestTurn" || key === "lastThrottled";
            setText(this.facts.get(key), isTime ? time(value) : String(value));
        });
        show(this.ownLooks, group.ownLooks);
        arrange(
            this.rows,
            group.budgets.map((budget) => this.row(budget)),
        );
    }

    row(budget) {
        let row = this.budgets.get(budget.api);
        if (row === undefined) {
            row = new BudgetRow(budget.api);
            this.budgets.set(budget.api, row);
        }
        row.update(budget);
        return row.element;
    }
}

class BudgetRow {
    constructor(api) {
        this.meter = el("meter", { min: "0", "aria-hidden": "true" });
        this.rate = el("span");
        this.calls = el("td");
        this.throttles = el("td");
        this.lastThrottled = el("td");
        this.element = el(
            "tr",
            {},
            el("th", { scope: "row", text: api }),
            el("td", {}, this.meter, this.rate),
            this.calls,
            this.throttles,
            this.lastThrottled,
        );
    }

    update(budget) {
        this.meter.max = budget.limit;
        this.meter.value = budget.rate;
        setText(this.rate, text("rateOf", budget.rate, budget.limit));
        setText(this.calls, String(budget.calls));
        setText(this.throttles, String(budget.throttles));
        setText(this.lastThrottled, time(budget.lastThrottled));
    }
}

function time(iso) {
    return iso === null ? text("never") : moment(iso);
}
