package io.jenkins.plugins.stackdeploy.template;

import java.util.Comparator;
import java.util.List;

/** What to do with the problems that the checks found. */
public final class Problems {
    private static final int MAX_LINES = 100;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::position, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Problems() {}

    /** Those for which a deployment should not go on, in the same order. */
    public static List<Problem> errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /**
     * One message for all problems: a heading, then a line each such as {@code   main.yaml:12: Parameter ...}, by line; those
     * without a place first. After 100 lines it only says how many more there are.
     *
     * @return empty when there are no problems; lines end with \n, but the last does not
     */
    public static String render(String templateName, List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                problems.size() == 1
                        ? Messages.Problems_one(templateName)
                        : Messages.Problems_many(templateName, String.valueOf(problems.size())));
        problems.stream().sorted(BY_PLACE).limit(MAX_LINES).forEach(problem -> {
            text.append("\n  ").append(templateName);
            if (problem.position() != null) {
                text.append(':').append(problem.position().line());
            }
            text.append(": ").append(problem.message());
        });
        if (problems.size() > MAX_LINES) {
            text.append("\n  ").append(Messages.Problems_more(String.valueOf(problems.size() - MAX_LINES)));
        }
        return text.toString();
    }
}
