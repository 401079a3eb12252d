package io.jenkins.plugins.stackdeploy.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line over a logarithmic axis, as an SVG that can be read on light and on dark pages. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 280;
    private static final int LEFT = 60;
    private static final int BOTTOM = 230;
    private static final int TOP = 50;
    private static final int RIGHT = 600;
    /** Readable on white and on black alike. */
    private static final String GREY = "#808890";

    private static final String BLUE = "#3b82d0";

    private Plot() {}

    /**
     * A point.
     *
     * @param x more than 0
     * @param y at least 0
     */
    record Point(double x, double y) {}

    static String svg(String title, String axis, List<Point> points) {
        double most = niceTop(points.stream().mapToDouble(Point::y).max().orElseThrow());
        double low = Math.log10(points.get(0).x());
        double span = Math.log10(points.get(points.size() - 1).x()) - low;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                        + " font-family=\"sans-serif\" font-size=\"13\" fill=\"%s\">",
                WIDTH,
                HEIGHT,
                title,
                GREY);
        add(svg, "<text x=\"%d\" y=\"24\" font-size=\"15\">%s</text>", LEFT, title);
        for (int part = 0; part <= 4; part++) {
            double y = BOTTOM - (BOTTOM - TOP) * part / 4.0;
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"%s\" stroke-opacity=\".35\"/>", LEFT, y, RIGHT, GREY);
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 8,
                    y + 4,
                    Markdown.number(most * part / 4));
        }
        String line = points.stream()
                .map(point -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x(point, low, span), BOTTOM - (BOTTOM - TOP) * point.y() / most))
                .collect(Collectors.joining(" "));
        add(svg, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>", line, BLUE);
        for (Point point : points) {
            double x = x(point, low, span);
            double y = BOTTOM - (BOTTOM - TOP) * point.y() / most;
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, BLUE);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x,
                    y - 10,
                    Markdown.number(point.y()));
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x,
                    BOTTOM + 20,
                    Markdown.number(point.x()));
        }
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", (LEFT + RIGHT) / 2, BOTTOM + 42, axis);
        return svg.append("</svg>\n").toString();
    }

    private static double x(Point point, double low, double span) {
        int margin = 30;
        return LEFT + margin + (RIGHT - LEFT - 2 * margin) * (Math.log10(point.x()) - low) / span;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** The next of 4, 8, 20, 40, 80 ... with room for the labels, so that quarters of it are round. */
    private static double niceTop(double most) {
        double top = 0.04;
        double[] steps = {2, 2.5, 2};
        for (int step = 0; top < 1.3 * most; step++) {
            top *= steps[step % steps.length];
        }
        return top;
    }
}
