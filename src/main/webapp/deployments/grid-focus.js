/** Moves through the cells of a table by keys, as the grid pattern of WAI-ARIA has it: one cell takes the tab key. */

export class GridFocus {
    /**
     * @param {HTMLTableElement} table cells to walk through are its `td`s
     * @param {(cell: HTMLElement) => void} pick told the cell that was clicked or moved to
     */
    constructor(table, pick) {
        this.table = table;
        table.addEventListener("keydown", (event) => this.key(event));
        table.addEventListener("focusin", ({ target }) => this.arrived(target.closest("td"), pick));
        table.addEventListener("click", ({ target }) => target.closest("td")?.focus());
    }

    /** Lets the tab key reach the table, also after the cell that it reached has gone. */
    ensure() {
        if (this.current === undefined || !this.table.contains(this.current)) {
            this.take(this.table.querySelector("td"));
        }
    }

    take(cell) {
        this.current?.setAttribute("tabindex", "-1");
        this.current = cell ?? undefined;
        this.current?.setAttribute("tabindex", "0");
    }

    arrived(cell, pick) {
        if (cell) {
            this.take(cell);
            pick(cell);
        }
    }

    key(event) {
        const cell = event.target.closest("td");
        const next = cell && this.next(cell, event);
        if (next) {
            event.preventDefault();
            next.focus();
        }
    }

    next(cell, { key, ctrlKey }) {
        const rows = [...cell.closest("tbody").rows].filter((row) => row.offsetParent !== null);
        const row = rows.indexOf(cell.parentElement);
        const at = (line, column) => rows[line]?.cells[column];
        const last = cell.parentElement.cells.length - 1;
        switch (key) {
            case "ArrowRight":
                return at(row, Math.min(last, cell.cellIndex + 1));
            case "ArrowLeft":
                return at(row, Math.max(1, cell.cellIndex - 1));
            case "ArrowDown":
                return at(row + 1, cell.cellIndex);
            case "ArrowUp":
                return at(row - 1, cell.cellIndex);
            case "Home":
                return at(ctrlKey ? 0 : row, 1);
            case "End":
                return at(ctrlKey ? rows.length - 1 : row, last);
            default:
                return null;
        }
    }
}
