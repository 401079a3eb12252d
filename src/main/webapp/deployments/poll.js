/** Asks for data again and again, as often as it makes sense. */

const LIVE = 2_000;
const IDLE = 5_000;
const HIDDEN = 15_000;
const LONGEST = 30_000;

/**
 * @param {string} url answers JSON, or 304 when nothing has changed
 * @param {object} listener `data(json)` is told news, `lost()` that there was no answer, `found()` that there is one again,
 *     `denied()` that there will be none; `stage(json)` answers "live", "idle" or "over" for how soon there may be news
 */
export function poll(url, listener) {
    let tag = null;
    let stage = "live";
    let failures = 0;
    let timer = null;
    let asking = false;

    async function ask() {
        timer = null;
        asking = true;
        try {
            if (!answered(await request())) {
                return;
            }
        } catch (unreachable) {
            failures++;
            listener.lost(unreachable);
        } finally {
            asking = false;
        }
        if (stage !== "over" || failures > 0) {
            timer = setTimeout(ask, pause());
        }
    }

    async function request() {
        const response = await fetch(url, {
            headers: tag === null ? {} : { "If-None-Match": tag },
            cache: "no-store",
            credentials: "same-origin",
        });
        if (response.status === 200) {
            const json = await response.json();
            tag = response.headers.get("ETag");
            stage = listener.stage(json);
            listener.data(json);
        }
        return response.status;
    }

    /** Whether to go on. */
    function answered(status) {
        if (status === 401 || status === 403 || status === 404) {
            listener.denied();
            return false;
        }
        if (status !== 200 && status !== 304) {
            throw new Error(`answered ${status}`);
        }
        if (failures > 0) {
            failures = 0;
            listener.found();
        }
        return true;
    }

    function pause() {
        if (failures > 0) {
            return Math.min(LONGEST, LIVE * 2 ** Math.min(failures - 1, 8));
        }
        return document.hidden ? HIDDEN : stage === "live" ? LIVE : IDLE;
    }

    document.addEventListener("visibilitychange", () => {
        if (!document.hidden && timer !== null && !asking) {
            clearTimeout(timer);
            ask();
        }
    });
    ask();
}
