package io.jenkins.plugins.stackdeploy.template;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. Gives up after much work, when the answers would hardly be read. */
public final class NearestName {
    /** Longer names than any that the clouds allow (255) are not compared, so that the effort stays bounded. */
    private static final int MAX_LENGTH = 255;

    /** Pairs of letters compared for one list of candidates: a fraction of a second. */
    private static final int MAX_STEPS = 20_000_000;

    private final Collection<String> candidates;
    private long steps;

    /** @param candidates the names that there are */
    public NearestName(Collection<String> candidates) {
        this.candidates = candidates;
    }

    /** The most similar candidate, if one differs in no more than a third of its letters; ignores case. */
    public Optional<String> to(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, name.length() / 3);
        String best = null;
        int least = tolerance + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - name.length()) > tolerance) {
                continue;
            }
            steps += (long) candidate.length() * name.length();
            if (steps > MAX_STEPS) {
                return Optional.empty();
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
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
