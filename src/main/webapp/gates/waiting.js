/** The gates that wait, of all of Jenkins or of one job; those of a job have the last that were decided too. */

import { arrange, el, setText, setTone, show } from "../deployments/dom.js";
import { moment, text, useTexts } from "../deployments/format.js";
import { poll } from "../deployments/poll.js";
import { TONES } from "./card.js";

const root = document.getElementById("stack-deploy-waiting");
const trouble = document.getElementById("stack-deploy-trouble");
const top = document.head.dataset.rooturl ?? "";
useTexts(root.dataset.texts);

/** A heading with a table. */
class Section {
    /** @param cells makes the cells of a row; `columns` are the keys of their headings */
    constructor(key, columns, cells) {
        this.cells = cells;
        this.rows = new Map();
        this.body = el("tbody");
        const heading = el("h2", { id: `stack-deploy-waiting-${key}`, text: text(key) });
        const head = el("tr", {}, ...columns.map((column) => el("th", { scope: "col", text: text(column) })));
        this.element = el(
            "section",
            { class: "stack-deploy-card", "aria-labelledby": heading.id },
            heading,
            el(
                "div",
                { class: "stack-deploy-waiting-scroll" },
                el(
                    "table",
                    { class: "jenkins-table stack-deploy-waiting-table", "aria-labelledby": heading.id },
                    el("thead", {}, head),
                    this.body,
                ),
            ),
        );
    }

    /** Rows that are as they were are left alone: they keep the focus and what is selected. */
    update(gates) {
        const rows = new Map();
        for (const gate of gates) {
            const seen = JSON.stringify(gate);
            const known = this.rows.get(gate.url);
            rows.set(gate.url, known?.seen === seen ? known : { seen, row: el("tr", {}, ...this.cells(gate)) });
        }
        this.rows = rows;
        arrange(this.body, [...rows.values()].map(({ row }) => row));
    }
}

const WAITING = ["gate", "build", "needed", "since", "deadline"];
const mine = new Section("mine", WAITING, waitingCells);
const others = new Section("others", WAITING, waitingCells);
const settled = new Section("settled", ["gate", "build", "result", "by", "at"], settledCells);
const nothing = el("p", { class: "stack-deploy-hint", role: "status" });

function waitingCells(gate) {
    const needed = el("ul", { class: "stack-deploy-waiting-needed" }, ...gate.needed.map((each) => el("li", { text: each })));
    return [
        cell(link(gate.url, gate.name), el("div", { class: "stack-deploy-hint", text: gate.message })),
        cell(link(gate.buildUrl, gate.build)),
        cell(needed),
        cell(time(gate.openedAt)),
        cell(gate.deadline === null ? "" : time(gate.deadline)),
    ];
}

function settledCells(gate) {
    const state = el("span", { class: "stack-deploy-badge", text: gate.stateText });
    setTone(state, TONES[gate.state] ?? "failed");
    return [
        cell(link(gate.url, gate.name)),
        cell(link(gate.buildUrl, gate.build)),
        cell(state),
        cell(gate.by.join(", "), el("div", { class: "stack-deploy-hint stack-deploy-gate-said", text: gate.comment })),
        cell(time(gate.at)),
    ];
}

function cell(...content) {
    return el("td", {}, ...content);
}

function link(url, name) {
    return el("a", { href: `${top}/${url}`, text: name });
}

function time(iso) {
    return el("time", { datetime: iso, text: moment(iso) });
}

function update(data) {
    const own = data.gates.filter((gate) => gate.mine);
    const rest = data.gates.filter((gate) => !gate.mine);
    mine.update(own);
    others.update(rest);
    settled.update(data.settled ?? []);
    setText(nothing, text(data.gates.length === 0 ? "none" : "noneMine"));
    const shown = [own.length > 0 ? mine.element : nothing];
    if (rest.length > 0) {
        shown.push(others.element);
    }
    if ((data.settled ?? []).length > 0) {
        shown.push(settled.element);
    }
    arrange(root, shown);
}

function complain(key) {
    setText(trouble, text(key));
    show(trouble, true);
}

poll(root.dataset.status, {
    data: update,
    stage: () => "idle",
    lost: () => complain("lost"),
    found: () => show(trouble, false),
    denied: () => complain("denied"),
});
