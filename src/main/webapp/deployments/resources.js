/** The resources of a stack, one row each, changed where they stand. */

import { arrange, el, setText, setTone, show } from "./dom.js";
import { clock, duration, moment, text } from "./format.js";

const COLUMNS = ["resource", "type", "status", "started", "duration", "reason"];

export class ResourceTable {
    constructor() {
        this.rows = new Map();
        this.body = el("tbody");
        const head = COLUMNS.map((key) => el("th", { scope: "col", text: text(key) }));
        this.element = el(
            "div",
            { class: "stack-deploy-wide" },
            el(
                "table",
                { class: "jenkins-table jenkins-table--small stack-deploy-resources" },
                el("caption", { text: text("resources") }),
                el("thead", {}, el("tr", {}, ...head)),
                this.body,
            ),
        );
    }

    update({ resources, endedAt }) {
        show(this.element, resources.length > 0);
        this.endedAt = endedAt;
        arrange(
            this.body,
            resources.map((resource) => {
                const row = this.rows.get(resource.path) ?? new Row();
                this.rows.set(resource.path, row);
                row.update(resource, endedAt);
                return row.element;
            }),
        );
    }

    tick() {
        this.rows.forEach((row) => row.tick(this.endedAt));
    }
}

class Row {
    constructor() {
        this.path = el("th", { scope: "row" });
        this.type = el("td");
        this.badge = el("span", { class: "stack-deploy-badge" });
        this.started = el("td", { class: "stack-deploy-time" });
        this.duration = el("td", { class: "stack-deploy-time" });
        this.reason = el("td", { class: "stack-deploy-reason" });
        const status = el("td", {}, this.badge);
        this.element = el("tr", {}, this.path, this.type, status, this.started, this.duration, this.reason);
    }

    update(resource, endedAt) {
        this.resource = resource;
        setTone(this.element, resource.tone);
        setTone(this.badge, resource.tone);
        setText(this.path, resource.path);
        setText(this.type, resource.type);
        setText(this.badge, resource.status);
        setText(this.started, moment(resource.spans[0].from));
        setText(this.reason, resource.reason);
        this.tick(endedAt);
    }

    tick(endedAt) {
        const { spans } = this.resource;
        const to = spans[spans.length - 1].to ?? endedAt;
        setText(this.duration, duration((to ? Date.parse(to) : clock.now()) - Date.parse(spans[0].from)));
    }
}
