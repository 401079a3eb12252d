/** The page of a build's gates. */

import { arrange, el, setText, show } from "../deployments/dom.js";
import { text, useTexts } from "../deployments/format.js";
import { poll } from "../deployments/poll.js";
import { GateCard } from "./card.js";

const root = document.getElementById("stack-deploy-gates");
const trouble = document.getElementById("stack-deploy-trouble");
const cards = new Map();
useTexts(root.dataset.texts);
const nothing = el("p", { class: "stack-deploy-hint", text: text("none") });

/** @param {object} data the build and some of its gates, or all of them */
function update(data) {
    for (const gate of data.gates) {
        if (!cards.has(gate.id)) {
            const send = (decision, body) => decide(gate.id, decision, body);
            cards.set(gate.id, new GateCard(gate, send, () => plan(gate.id)));
        }
        cards.get(gate.id).update(gate);
    }
    arrange(root, cards.size === 0 ? [nothing] : [...cards.values()].map((card) => card.element));
}

async function plan(id) {
    const response = await fetch(`${root.dataset.gates}${encodeURIComponent(id)}/plan`, { credentials: "same-origin" });
    if (!response.ok) {
        throw new Error(`answered ${response.status}`);
    }
    return response.json();
}

/** Sends a decision; answers what is wrong with it, or nothing. */
async function decide(id, decision, body) {
    try {
        const response = await fetch(`${root.dataset.gates}${encodeURIComponent(id)}/${decision}`, {
            method: "POST",
            headers: { "Content-Type": "application/json", ...crumb() },
            body: JSON.stringify(body),
            credentials: "same-origin",
        });
        const isJson = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
        if (response.ok && isJson) {
            update(await response.json());
            return "";
        }
        if (isJson) {
            return (await response.json()).error;
        }
        // Jenkins itself refuses without JSON: the session is gone, and with it the crumb of this page.
        return response.status === 401 || response.status === 403
            ? text("refused")
            : `${response.status} ${response.statusText}`;
    } catch {
        return text("lost");
    }
}

function crumb() {
    const { crumbHeader, crumbValue } = document.head.dataset;
    return crumbHeader === undefined ? {} : { [crumbHeader]: crumbValue };
}

function complain(key) {
    setText(trouble, text(key));
    show(trouble, true);
}

poll(root.dataset.status, {
    data: update,
    stage(data) {
        return data.gates.some((gate) => gate.waiting) ? "live" : data.building ? "idle" : "over";
    },
    lost: () => complain("lost"),
    found: () => show(trouble, false),
    denied: () => complain("denied"),
});
