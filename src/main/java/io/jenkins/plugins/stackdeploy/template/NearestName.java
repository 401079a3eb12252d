package io.jenkins.plugins.stackdeploy.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
    /** Longer names than any that the clouds allow (255) are not compared, so that the effort stays bounded. */
    private static final int MAX_LENGTH = 255;

    private NearestName() {}

    /** The most similar candidate, if one differs in no more than a third of its letters; ignores case. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        record Rated(String candidate, int distance) {}
        String lower = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerance(name))
                .map(candidate -> new Rated(candidate, distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(rated -> rated.distance <= tolerance(name))
                .min(Comparator.comparingInt(Rated::distance).thenComparing(Rated::candidate))
                .map(Rated::candidate);
    }

    private static int tolerance(String name) {
        return Math.max(1, name.length() / 3);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
