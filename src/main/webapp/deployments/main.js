/** The page of a build's deployments. */

import { arrange, el, setText, show } from "./dom.js";
import { DeploymentCard } from "./deployment.js";
import { clock, text, useTexts } from "./format.js";
import { poll } from "./poll.js";

const root = document.getElementById("stack-deploy-deployments");
const announcements = document.getElementById("stack-deploy-announcements");
const trouble = document.getElementById("stack-deploy-trouble");
const cards = new Map();
useTexts(root.dataset.texts);
const nothing = el("p", { class: "stack-deploy-hint", text: text("nothing") });

function update(data) {
    clock.offset = data.now - Date.now();
    const first = cards.size === 0;
    const shown = data.deployments.map((deployment) => {
        const known = cards.get(deployment.id);
        const card = known ?? newCard(deployment, data.deployments.length === 1);
        const before = known?.state;
        card.update(deployment);
        cards.set(deployment.id, card);
        if (before !== undefined && before !== deployment.state) {
            announce(card);
        }
        return card.element;
    });
    arrange(root, shown.length === 0 ? [nothing] : shown);
    if (first && shown.length > 0 && location.hash !== "") {
        document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }
}

/** What went well before anybody looked is folded, so that what did not stands out. */
function newCard(deployment, only) {
    const card = new DeploymentCard(deployment);
    card.fold(deployment.state === "SUCCESS" && !only);
    return card;
}

function announce(card) {
    setText(announcements, text("announce", card.name, text(`state.${card.state}`)));
}

function complain(key) {
    setText(trouble, text(key));
    show(trouble, true);
}

poll(root.dataset.url, {
    data: update,
    stage(data) {
        const running = data.deployments.some((deployment) => deployment.state === "RUNNING");
        return running ? "live" : data.building ? "idle" : "over";
    },
    lost: () => complain("lost"),
    found: () => show(trouble, false),
    denied: () => complain("denied"),
});

setInterval(() => {
    if (!document.hidden) {
        cards.forEach((card) => card.tick());
    }
}, 1_000);
