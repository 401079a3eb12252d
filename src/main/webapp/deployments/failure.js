/** What failed and why, before anything else. */

import { el, show } from "./dom.js";
import { text } from "./format.js";

export class FailureBox {
    constructor() {
        this.element = el("div", { class: "jenkins-alert jenkins-alert-danger stack-deploy-failure" });
        this.shown = null;
        show(this.element, false);
    }

    update({ failure }) {
        const json = JSON.stringify(failure ?? null);
        if (json === this.shown) {
            return;
        }
        this.shown = json;
        show(this.element, Boolean(failure));
        this.element.replaceChildren(...(failure ? content(failure) : []));
    }
}

function content({ headline, causes, followers, leftIn, advice }) {
    return [
        el("h3", { text: text("whatFailed") }),
        el("p", { class: "stack-deploy-headline", text: headline }),
        ...causes.map(cause),
        ...list("followers", followers),
        ...(leftIn ? [el("p", { text: leftIn })] : []),
        ...list("next", advice),
    ];
}

function cause({ path, type, status, reason, source }) {
    const where = el("p", { class: "stack-deploy-cause" }, el("strong", { text: path }), ` ${type} ${status}`);
    if (source) {
        where.append(` (${text("declaredAt", source)})`);
    }
    return el("div", {}, where, el("pre", { text: reason ?? "" }));
}

function list(key, items) {
    return items.length === 0
        ? []
        : [el("h4", { text: text(key) }), el("ul", {}, ...items.map((item) => el("li", { text: item })))];
}
