package io.jenkins.plugins.stackdeploy.health;

import java.util.HashMap;
import java.util.Map;

/**
 * A sum that never falls, of counts that begin anew when what they belong to has been forgotten.
 *
 * @param <K> what is counted
 */
final class RunningTotal<K> {
    private final Map<K, Long> last = new HashMap<>();
    private long total;

    /**
     * Takes in the counts of now.
     *
     * @param counts all of them; those that are missing have been forgotten
     * @return the sum of what was ever counted, as far as it was seen
     */
    synchronized long add(Map<K, Long> counts) {
        counts.forEach((key, count) -> {
            long before = last.getOrDefault(key, 0L);
            total += count < before ? count : count - before;
        });
        last.clear();
        last.putAll(counts);
        return total;
    }
}
