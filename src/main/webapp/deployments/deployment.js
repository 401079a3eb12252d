/** One deployment: how it stands, what failed, its resources or instances, its outputs. */

import { el, setText, setTone, show } from "./dom.js";
import { FailureBox } from "./failure.js";
import { clock, duration, moment, text } from "./format.js";
import { InstanceGrid } from "./grid.js";
import { OutputTable } from "./outputs.js";
import { ResourceTable } from "./resources.js";
import { Timeline } from "./timeline.js";

const STATE_TONES = { RUNNING: "running", SUCCESS: "done", FAILURE: "failed", ABORTED: "undone" };

export class DeploymentCard {
    constructor({ id, target, name }) {
        this.name = `${text(`target.${target}`)} ${name}`;
        const heading = `deployment-${id}-name`;
        this.badge = el("span", { class: "stack-deploy-badge" });
        this.link = el("a", { class: "stack-deploy-console", target: "_blank", rel: "noopener noreferrer" });
        this.link.textContent = text("console");
        this.facts = el("dl", { class: "stack-deploy-facts" });
        this.message = el("p", { class: "stack-deploy-message" });
        this.progressText = el("span");
        this.progressBar = el("progress", { max: "1", "aria-label": this.name });
        this.progress = el("p", { class: "stack-deploy-progress" }, this.progressBar, this.progressText);
        this.leftOut = el("p", { class: "stack-deploy-hint" });
        this.parts = [
            (this.failure = new FailureBox()),
            (this.resources = new ResourceTable()),
            (this.timeline = new Timeline(this.name)),
            (this.instances = new InstanceGrid()),
            (this.outputs = new OutputTable()),
        ];
        const [failure, resources, timeline, ...others] = this.parts.map((part) => part.element);
        this.more = el("details", {}, el("summary", { text: text("more") }), resources, timeline);
        this.element = el(
            "section",
            { id: `deployment-${id}`, class: "stack-deploy-card", "aria-labelledby": heading },
            el("header", {}, this.badge, el("h2", { id: heading, text: this.name }), this.link),
            failure,
            this.message,
            this.facts,
            this.progress,
            this.leftOut,
            this.more,
            ...others,
        );
    }

    /** Folds what is long, or shows it. After that it is up to whoever looks. */
    fold(folded) {
        this.more.open = !folded;
    }

    update(deployment) {
        this.deployment = deployment;
        this.state = deployment.state;
        this.element.dataset.state = deployment.state;
        setTone(this.badge, STATE_TONES[deployment.state]);
        setText(this.badge, text(`state.${deployment.state}`));
        this.updateLink(deployment.consoleUrl);
        setText(this.message, this.said(deployment));
        show(this.message, this.message.textContent !== "");
        this.updateFacts();
        this.updateProgress();
        setText(this.leftOut, text("leftOut", deployment.leftOut));
        show(this.leftOut, deployment.leftOut > 0);
        show(this.more, deployment.resources.length > 0);
        this.parts.forEach((part) => part.update(deployment));
    }

    /** The controller has checked it already; an address of another kind is not linked to whatever the controller says. */
    updateLink(url) {
        const allowed = typeof url === "string" && url.startsWith("https://");
        show(this.link, allowed);
        if (allowed && this.link.href !== url) {
            this.link.href = url;
        }
    }

    /** What failed is in the box already. */
    said({ state, stage, message, failure }) {
        if (state === "RUNNING") {
            return text(`stage.${stage}`);
        }
        return state === "UNWATCHED" ? text("unwatched") : failure ? "" : (message ?? "");
    }

    updateFacts() {
        const { action, status, region, startedAt } = this.deployment;
        const facts = [
            ["region", region],
            ["action", action && text(`action.${action}`)],
            ["status", status],
            ["started", moment(startedAt)],
            ["duration", this.duration()],
        ].filter(([, value]) => value);
        if (this.facts.children.length !== facts.length) {
            this.facts.replaceChildren(
                ...facts.map(([key]) => el("div", {}, el("dt", { text: text(key) }), el("dd"))),
            );
        }
        facts.forEach(([key, value], index) => {
            const [name, content] = this.facts.children[index].children;
            setText(name, text(key));
            setText(content, value);
        });
    }

    duration() {
        const { startedAt, endedAt } = this.deployment;
        return duration((endedAt ? Date.parse(endedAt) : clock.now()) - Date.parse(startedAt));
    }

    updateProgress() {
        const { resources, instances, expected, state } = this.deployment;
        const tones = [...resources.map(({ tone }) => tone), ...instances.map((instance) => instance[3])];
        const done = tones.filter((tone) => tone === "DONE").length;
        const failed = tones.filter((tone) => tone === "FAILED").length;
        const known = Math.max(expected, tones.length);
        const said = expected > 0 ? text("progressOf", done, known) : text("progress", done);
        setText(this.progressText, failed > 0 ? `${said}, ${text("failures", failed)}` : said);
        show(this.progressBar, state === "RUNNING" && expected > 0);
        this.progressBar.value = known === 0 ? 0 : done / known;
        show(this.progress, tones.length > 0);
    }

    /** A second has passed. */
    tick() {
        if (this.state === "RUNNING") {
            this.updateFacts();
            this.timeline.tick();
            this.resources.tick();
        }
    }
}
