package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one call can name: every one of some accounts, or of some organizational units, in every one of some regions.
 *
 * @param accounts ids of accounts; with units what refines them
 * @param units ids of organizational units; empty when accounts are named alone
 * @param filter how the accounts refine the units; null without units or without accounts
 * @param regions ids of regions, in the order in which they are to be deployed
 */
record Block(List<String> accounts, List<String> units, AccountFilter filter, List<String> regions) {
    Block {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        units = units == null ? List.of() : List.copyOf(units);
        regions = regions == null ? List.of() : List.copyOf(regions);
    }

    /** Accounts and nothing else. */
    static Block ofAccounts(List<String> accounts, List<String> regions) {
        return new Block(accounts, List.of(), null, regions);
    }

    /** Some of the regions of this block. */
    Block in(List<String> some) {
        return new Block(accounts, units, filter, some);
    }

    /** How many places it covers; 0 when only the service knows, as with units. */
    int size() {
        return units.isEmpty() ? accounts.size() * regions.size() : 0;
    }

    /** A block as {@link #split} makes it. */
    @FunctionalInterface
    interface Maker {
        /** Makes a block of whoever is in all of the regions. */
        Block of(List<String> who, List<String> regions);
    }

    /**
     * The fewest blocks that cover exactly what is asked for, and nothing else, when regions are kept whole: regions where
     * the same ones are wanted go together. They come in the order of their first regions.
     *
     * @param wanted accounts or units by region, in the order of regions; regions without any are passed over
     * @param maker makes a block
     * @return no block twice
     */
    static List<Block> split(Map<String, Set<String>> wanted, Maker maker) {
        Map<Set<String>, List<String>> regions = new LinkedHashMap<>();
        wanted.forEach((region, who) -> {
            if (!who.isEmpty()) {
                regions.computeIfAbsent(new TreeSet<>(who), key -> new ArrayList<>())
                        .add(region);
            }
        });
        return regions.entrySet().stream()
                .map(entry -> maker.of(List.copyOf(wanted.get(entry.getValue().get(0))), entry.getValue()))
                .toList();
    }
}
