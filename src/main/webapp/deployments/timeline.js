/** When each resource was worked on. The table has the same times in words, so that this is a picture to screen readers. */

import { arrange, el, setText, setTone, show } from "./dom.js";
import { clock, duration, text } from "./format.js";

const TICKS = 4;

export class Timeline {
    constructor(name) {
        this.rows = new Map();
        this.lines = el("div", { class: "stack-deploy-lines" });
        this.axis = el("div", { class: "stack-deploy-axis" });
        for (let index = 0; index <= TICKS; index++) {
            this.axis.append(el("span"));
        }
        this.element = el(
            "figure",
            { class: "stack-deploy-timeline" },
            el("figcaption", { text: text("timeline") }),
            el(
                "div",
                { role: "img", "aria-label": text("timelineOf", name) },
                el("div", { class: "stack-deploy-line" }, el("span"), this.axis),
                this.lines,
            ),
        );
        this.deployment = { resources: [] };
    }

    update(deployment) {
        this.deployment = deployment;
        show(this.element, deployment.resources.length > 0);
        this.draw();
    }

    tick() {
        this.draw();
    }

    draw() {
        const { resources, endedAt } = this.deployment;
        if (resources.length === 0) {
            return;
        }
        const end = endedAt ? Date.parse(endedAt) : clock.now();
        const spans = resources.flatMap((resource) => resource.spans);
        const from = Math.min(...spans.map((span) => Date.parse(span.from)));
        const to = Math.max(from + 1000, ...spans.map((span) => (span.to ? Date.parse(span.to) : end)));
        [...this.axis.children].forEach((tick, index) => setText(tick, duration(((to - from) * index) / TICKS)));
        const scale = { from, to, end };
        arrange(
            this.lines,
            resources.map((resource) => this.line(resource, scale)),
        );
    }

    line(resource, scale) {
        const row = this.rows.get(resource.path) ?? newRow(resource.path);
        this.rows.set(resource.path, row);
        resource.spans.forEach((span, index) => {
            const bar = row.track.children[index] ?? row.track.appendChild(el("span", { class: "stack-deploy-bar" }));
            draw(bar, span, resource.path, scale);
        });
        return row.element;
    }
}

function newRow(path) {
    const track = el("div", { class: "stack-deploy-track" });
    const label = el("span", { class: "stack-deploy-label", title: path, text: path });
    return { track, element: el("div", { class: "stack-deploy-line" }, label, track) };
}

function draw(bar, span, path, { from, to, end }) {
    const begins = Date.parse(span.from);
    const ends = span.to ? Date.parse(span.to) : Math.max(begins, end);
    setTone(bar, span.tone);
    bar.style.left = `${(100 * (begins - from)) / (to - from)}%`;
    bar.style.width = `${(100 * (ends - begins)) / (to - from)}%`;
    bar.title = text("bar", path, span.status, duration(ends - begins));
}
