/** The outputs of a stack. */

import { el, show } from "./dom.js";
import { text } from "./format.js";

export class OutputTable {
    constructor() {
        this.shown = null;
        this.body = el("tbody");
        this.element = el(
            "div",
            { class: "stack-deploy-wide" },
            el(
                "table",
                { class: "jenkins-table jenkins-table--small stack-deploy-outputs" },
                el("caption", { text: text("outputs") }),
                el(
                    "thead",
                    {},
                    el(
                        "tr",
                        {},
                        el("th", { scope: "col", text: text("output") }),
                        el("th", { scope: "col", text: text("value") }),
                    ),
                ),
                this.body,
            ),
        );
    }

    update({ outputs }) {
        const json = JSON.stringify(outputs);
        if (json === this.shown) {
            return;
        }
        this.shown = json;
        const entries = Object.entries(outputs);
        show(this.element, entries.length > 0);
        this.body.replaceChildren(
            ...entries.map(([key, value]) =>
                el("tr", {}, el("th", { scope: "row", text: key }), el("td", {}, el("code", { text: value }))),
            ),
        );
    }
}
