package io.jenkins.plugins.stackdeploy.bench;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark found: a table, what to know when reading it, and what goes into the summary. */
final class Report {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Headline> headlines = new ArrayList<>();

    Report(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    Report row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    Report note(String text) {
        notes.add(text);
        return this;
    }

    Report headline(Headline headline) {
        headlines.add(headline);
        return this;
    }

    List<Headline> headlines() {
        return List.copyOf(headlines);
    }

    String markdown() {
        return "### " + title + "\n\n" + Markdown.table(columns, rows) + "\n"
                + String.join("\n", notes.stream().map(note -> "* " + note).toList())
                + (notes.isEmpty() ? "" : "\n");
    }
}
