package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResultPagesTest {
    private final ResultPages pages = new ResultPages();

    /** Reads the next page of some, of which some are final and some active, and answers its number. */
    private int read(int count, Set<Integer> over, Set<Integer> active) {
        int page = pages.token() == null ? 0 : Integer.parseInt(pages.token());
        pages.read(page + 1 < count ? Integer.toString(page + 1) : null, over.contains(page), active.contains(page));
        return page;
    }

    private List<Integer> read(int times, int count, Set<Integer> over, Set<Integer> active) {
        List<Integer> read = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            read.add(read(count, over, active));
        }
        return read;
    }

    @Test
    void pagesAreReadOneAfterTheOtherAndOverAgain() {
        assertThat(read(7, 3, Set.of(), Set.of())).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @Test
    void everyOtherReadingIsOfAPageOnWhichSomethingIsUnderWay() {
        read(4, 4, Set.of(), Set.of());

        assertThat(read(12, 4, Set.of(), Set.of(2)))
                .filteredOn(page -> page == 2)
                .hasSizeGreaterThan(5);
    }

    @Test
    void finalPagesAreNotReadAgainButTheLastOne() {
        read(3, 3, Set.of(0, 1, 2), Set.of());

        assertThat(read(4, 3, Set.of(0, 1, 2), Set.of())).containsOnly(2);
    }

    @Test
    void resettingBeginsAtTheFirstPage() {
        read(2, 3, Set.of(), Set.of());

        pages.reset();

        assertThat(pages.token()).isNull();
    }

    @Property
    void everyPageThatMayChangeIsReadAgainAndAgain(
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @Size(max = 12) Set<@IntRange(max = 11) Integer> over,
            @ForAll @Size(max = 12) Set<@IntRange(max = 11) Integer> active) {
        pages.reset();
        read(3 * count, count, over, active);

        Set<Integer> changing = new HashSet<>();
        for (int page = 0; page < count; page++) {
            if (!over.contains(page) || page == count - 1) {
                changing.add(page);
            }
        }
        assertThat(read(2 * count + 2, count, over, active)).containsAll(changing);
    }
}
