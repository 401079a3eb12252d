/** The instances of a stack set, accounts by regions. One table with four listeners in all, however many cells there are. */

import { arrange, el, setText, setTone, show } from "./dom.js";
import { GridFocus } from "./grid-focus.js";
import { text } from "./format.js";

/** With more regions than this a cell has room for its sign alone. */
const ROOMY = 8;

export class InstanceGrid {
    constructor() {
        this.rows = new Map();
        this.regions = [];
        this.head = el("tr");
        this.body = el("tbody");
        this.all = this.filter(false);
        this.onlyFailed = this.filter(true);
        this.noneLeft = el("p", { class: "stack-deploy-hint", text: text("noneLeft") });
        this.details = el("p", { class: "stack-deploy-details", "aria-live": "polite", text: text("pickOne") });
        this.table = el(
            "table",
            { class: "stack-deploy-grid", role: "grid" },
            el("caption", { text: text("instances") }),
            el("thead", {}, this.head),
            this.body,
        );
        this.focus = new GridFocus(this.table, (cell) => this.pick(cell));
        this.element = el(
            "div",
            {},
            el("div", { class: "stack-deploy-filters" }, this.all, this.onlyFailed),
            el("div", { class: "stack-deploy-scroll" }, this.table),
            this.noneLeft,
            this.details,
        );
        this.select(false);
    }

    filter(failed) {
        const button = el("button", { type: "button", class: "jenkins-button" });
        button.addEventListener("click", () => this.select(failed));
        return button;
    }

    select(failed) {
        this.filtered = failed;
        this.all.setAttribute("aria-pressed", String(!failed));
        this.onlyFailed.setAttribute("aria-pressed", String(failed));
        this.table.classList.toggle("stack-deploy-only-failed", failed);
        this.updateNoneLeft();
    }

    updateNoneLeft() {
        show(this.noneLeft, this.filtered && this.failed === 0);
    }

    update({ instances }) {
        show(this.element, instances.length > 0);
        this.columns([...new Set(instances.map(([, region]) => region))].sort());
        const accounts = Map.groupBy(instances, ([account]) => account);
        const sorted = [...accounts.keys()].sort();
        arrange(
            this.body,
            sorted.map((account) => {
                const row = this.rows.get(account) ?? new Row(account, this.regions);
                this.rows.set(account, row);
                row.update(accounts.get(account));
                return row.element;
            }),
        );
        this.failed = instances.filter(([, , , tone]) => tone === "FAILED").length;
        setText(this.all, `${text("all")} (${instances.length})`);
        setText(this.onlyFailed, `${text("onlyFailed")} (${this.failed})`);
        this.updateNoneLeft();
        this.focus.ensure();
        if (this.picked) {
            this.pick(this.picked);
        }
    }

    /** Another region makes another table; that happens a few times at most. */
    columns(regions) {
        if (regions.join() === this.regions.join()) {
            return;
        }
        this.regions = regions;
        this.rows.clear();
        this.picked = null;
        this.table.classList.toggle("stack-deploy-compact", regions.length > ROOMY);
        this.head.replaceChildren(
            el("th", { scope: "col", text: text("account") }),
            ...regions.map((region) => el("th", { scope: "col", text: region })),
        );
    }

    pick(cell) {
        const { account, region } = cell.dataset;
        const instance = this.rows.get(account)?.instances.get(region);
        if (instance) {
            this.picked = cell;
            const [, , status, , reason] = instance;
            setText(this.details, `${account} ${region} ${status}: ${reason || text("noReason")}`);
        }
    }
}

class Row {
    constructor(account, regions) {
        this.instances = new Map();
        this.cells = new Map(regions.map((region) => [region, newCell(account, region)]));
        this.element = el("tr", {}, el("th", { scope: "row", text: account }), ...this.cells.values());
    }

    update(instances) {
        for (const instance of instances) {
            const [, region, status, tone] = instance;
            const cell = this.cells.get(region);
            this.instances.set(region, instance);
            setTone(cell, tone);
            setText(cell.firstElementChild, status);
        }
        this.element.classList.toggle(
            "stack-deploy-has-failed",
            instances.some(([, , , tone]) => tone === "FAILED"),
        );
    }
}

function newCell(account, region) {
    const label = el("span", { text: text("absent") });
    return el("td", { role: "gridcell", tabindex: "-1", "data-account": account, "data-region": region }, label);
}
