/** The page of the plugin's health. */

import { arrange, el, setText, show } from "../deployments/dom.js";
import { text, useTexts } from "../deployments/format.js";
import { poll } from "../deployments/poll.js";
import { GroupCard } from "./group.js";

const root = document.getElementById("stack-deploy-health");
const trouble = document.getElementById("stack-deploy-trouble");
useTexts(root.dataset.texts);

const FIGURES = ["waits", "groups", "threads", "openGates", "success", "failure", "aborted"];
const values = new Map(FIGURES.map((key) => [key, el("dd")]));
const figures = el(
    "dl",
    { class: "stack-deploy-figures" },
    ...FIGURES.map((key) => el("div", { id: `stack-deploy-${key}` }, el("dt", { text: text(key) }), values.get(key))),
);
const nothing = el("p", { class: "stack-deploy-hint", text: text("nothing") });
const cards = new Map();

function update(data) {
    const now = {
        waits: data.waits,
        groups: data.groups.length,
        threads: text("threadsOf", data.threads, data.mostThreads),
        openGates: data.openGates,
        ...data.ended,
    };
    FIGURES.forEach((key) => setText(values.get(key), String(now[key])));
    const shown = data.groups.map((group) => {
        const key = JSON.stringify([group.cloud, group.account, group.region, group.endpoint]);
        const card = cards.get(key) ?? new GroupCard();
        cards.set(key, card);
        card.update(group);
        return card.element;
    });
    arrange(root, [figures, ...(shown.length === 0 ? [nothing] : shown)]);
}

function complain(key) {
    setText(trouble, text(key));
    show(trouble, true);
}

poll(root.dataset.url, {
    data: update,
    stage: (data) => (data.waits > 0 ? "live" : "idle"),
    lost: () => complain("lost"),
    found: () => show(trouble, false),
    denied: () => complain("denied"),
});
