/** Makes elements. Text is always set as text: what a cloud has written never becomes markup. */

/**
 * @param {string} tag the element's name
 * @param {{[name: string]: string}} attributes by name; `text` is the content
 * @param {...Node} children what is in it
 */
export function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name === "text") {
            element.textContent = value;
        } else {
            element.setAttribute(name, value);
        }
    }
    element.append(...children);
    return element;
}

/** Sets a text, and leaves the document alone when it is the same: screen readers would read it again. */
export function setText(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

/** Shows or hides. */
export function show(element, shown) {
    element.hidden = !shown;
}

/** Puts children in an order and takes the others out; those that stand right are not moved, so they keep the focus. */
export function arrange(parent, children) {
    children.forEach((child, index) => {
        if (parent.children[index] !== child) {
            parent.insertBefore(child, parent.children[index] ?? null);
        }
    });
    while (parent.children.length > children.length) {
        parent.lastElementChild.remove();
    }
}

const TONES = ["running", "done", "failed", "undone", "waiting"];

/** Gives an element the colour and the sign of a tone; one that is not known is that of waiting. */
export function setTone(element, tone) {
    const key = String(tone).toLowerCase();
    const known = TONES.includes(key) ? key : "waiting";
    if (element.dataset.tone !== known) {
        element.dataset.tone = known;
    }
}
