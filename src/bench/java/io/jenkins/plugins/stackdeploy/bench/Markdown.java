package io.jenkins.plugins.stackdeploy.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables and numbers for the documentation. */
final class Markdown {
    private Markdown() {}

    static String table(List<String> columns, List<List<String>> rows) {
        String body = rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
        return line(columns) + "\n|" + "---|".repeat(columns.size()) + "\n" + body;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A number as people want to read it: two digits at least, thousands apart, no decimals from 100 on. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    static String seconds(double value) {
        return number(value) + " s";
    }
}
