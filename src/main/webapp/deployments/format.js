/** Texts, times and durations in the language of whoever looks. */

let texts = {};
const language = document.documentElement.lang || navigator.language;
const time = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const dateTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });

/** The texts, which come with the page. */
export function useTexts(json) {
    texts = JSON.parse(json);
}

/**
 * A text with its placeholders filled in. For a key that there is none for, which a newer service may make, the key's end.
 */
export function text(key, ...values) {
    const found = Object.hasOwn(texts, key) ? texts[key] : key.slice(key.lastIndexOf(".") + 1);
    return found.replace(/\{(\d)\}/g, (placeholder, index) => values[index] ?? placeholder);
}

/** When; with the date unless it is today. */
export function moment(iso) {
    const date = new Date(iso);
    return date.toDateString() === new Date().toDateString() ? time.format(date) : dateTime.format(date);
}

/** How long, in the two largest units. */
export function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60) {
        return text("seconds", seconds);
    }
    const minutes = Math.floor(seconds / 60);
    return minutes < 60
        ? text("minutes", minutes, seconds % 60)
        : text("hours", Math.floor(minutes / 60), minutes % 60);
}

/** The controller's clock, which the times in the data are by. */
export const clock = {
    offset: 0,
    now() {
        return Date.now() + this.offset;
    },
};
