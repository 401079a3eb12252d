package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetingTest {
    private static final String UNIT = "ou-ab12-cdef3456";
    private static final String OTHER = "ou-ab12-99999999";
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "eu-north-1", "us-west-2");

    private static Instance instance(String account, String region, String unit) {
        return new Instance(new Place(account, region), "OUTDATED", "", "", "", unit, false);
    }

    private static Instance instance(Place place) {
        return instance(place.account(), place.region(), "");
    }

    @Provide
    Arbitrary<Set<Place>> places() {
        Arbitrary<String> accounts = Arbitraries.of("1", "2", "3", "4", "5").map(digit -> digit.repeat(12));
        Arbitrary<String> regions = Arbitraries.of(REGIONS);
        return accounts.flatMap(account -> regions.map(region -> new Place(account, region)))
                .set()
                .ofMaxSize(20);
    }

    private static List<Place> placesOf(List<Block> blocks) {
        List<Place> places = new ArrayList<>();
        blocks.forEach(block -> block.regions()
                .forEach(region -> block.accounts().forEach(account -> places.add(new Place(account, region)))));
        return places;
    }

    @Property
    void blocksCoverExactlyWhatIsAskedForAndNothingTwice(@ForAll("places") Set<Place> wanted) {
        List<Block> blocks = new Targeting(null, List.of())
                .exactly(wanted.stream().map(TargetingTest::instance).toList());

        assertThat(placesOf(blocks)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(blocks.size()).isLessThanOrEqualTo(REGIONS.size());
    }

    @Property
    void whatIsNamedIsThereOrMissingAndNeverBoth(
            @ForAll("places") Set<Place> existing, @ForAll("places") Set<Place> more) {
        Set<String> accounts = new LinkedHashSet<>();
        more.forEach(place -> accounts.add(place.account()));
        List<String> regions = REGIONS.subList(0, 3);
        Targeting targeting = new Targeting(new DeploymentTargets(List.copyOf(accounts), List.of(), null), regions);
        List<Instance> instances =
                existing.stream().map(TargetingTest::instance).toList();

        Set<Place> covered = new HashSet<>();
        targeting.covered(instances).forEach(instance -> covered.add(instance.place()));
        List<Place> missing = placesOf(targeting.missing(instances));

        Set<Place> named = new HashSet<>();
        accounts.forEach(account -> regions.forEach(region -> named.add(new Place(account, region))));
        assertThat(missing).doesNotHaveDuplicates().noneMatch(covered::contains);
        Set<Place> both = new HashSet<>(covered);
        both.addAll(missing);
        assertThat(both).isEqualTo(named);
        assertThat(existing).containsAll(covered);
    }

    @Test
    void blocksComeInTheOrderOfTheRegionsThatWereGiven() {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put("us-west-2", Set.of("1"));
        wanted.put("ap-south-1", Set.of("1", "2"));
        wanted.put("eu-west-1", Set.of("1"));

        assertThat(Block.split(wanted, Block::ofAccounts))
                .extracting(Block::regions)
                .containsExactly(List.of("us-west-2", "eu-west-1"), List.of("ap-south-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 1, true", "NONE, 2, true", "NONE, 3, false",
        "INTERSECTION, 1, true", "INTERSECTION, 2, false", "INTERSECTION, 3, false",
        "DIFFERENCE, 1, false", "DIFFERENCE, 2, true", "DIFFERENCE, 3, false",
        "UNION, 1, true", "UNION, 2, true", "UNION, 3, true"
    })
    void accountsRefineUnits(AccountFilter filter, String account, boolean covered) {
        // 1 is in the unit and named, 2 is in it and not named, 3 is named and not in it.
        Targeting targeting =
                new Targeting(new DeploymentTargets(List.of("1", "3"), List.of(UNIT), filter), List.of("eu-west-1"));

        assertThat(targeting.covers(instance(account, "eu-west-1", account.equals("3") ? OTHER : UNIT)))
                .isEqualTo(covered);
        assertThat(targeting.covers(instance(account, "us-east-1", UNIT))).isFalse();
    }

    @Test
    void accountsAndUnitsWithoutAFilterAreAUnion() {
        Targeting targeting =
                new Targeting(new DeploymentTargets(List.of("3"), List.of(UNIT), null), List.of("eu-west-1"));

        assertThat(targeting.covers(instance("1", "eu-west-1", UNIT))).isTrue();
        assertThat(targeting.covers(instance("3", "eu-west-1", OTHER))).isTrue();
    }

    @Test
    void unitIsMissingWhereNoInstanceWasAskedForByIt() {
        Targeting targeting = new Targeting(
                new DeploymentTargets(List.of(), List.of(UNIT, OTHER), null), List.of("eu-west-1", "us-east-1"));

        List<Block> missing = targeting.missing(
                List.of(instance("1", "eu-west-1", UNIT), instance("2", "us-east-1", "ou-else-11111111")));

        assertThat(missing)
                .containsExactly(
                        new Block(List.of(), List.of(OTHER), null, List.of("eu-west-1")),
                        new Block(List.of(), List.of(UNIT, OTHER), null, List.of("us-east-1")));
    }

    @Test
    void someInstancesOfUnitsAreNamedByUnitNarrowedToTheirAccounts() {
        Targeting targeting =
                new Targeting(new DeploymentTargets(List.of(), List.of(UNIT, OTHER), null), List.of("eu-west-1"));

        assertThat(targeting.exactly(List.of(instance("1", "eu-west-1", UNIT), instance("9", "eu-west-1", OTHER))))
                .containsExactly(new Block(
                        List.of("1", "9"), List.of(UNIT, OTHER), AccountFilter.INTERSECTION, List.of("eu-west-1")));
    }

    @Test
    void deletionIsByUnitsWhereInstancesWereAskedForByUnits() {
        assertThat(Targeting.toDelete(List.of(
                        instance("1", "eu-west-1", ""),
                        instance("2", "eu-west-1", UNIT),
                        instance("3", "eu-west-1", UNIT))))
                .containsExactly(
                        Block.ofAccounts(List.of("1"), List.of("eu-west-1")),
                        new Block(List.of(), List.of(UNIT), null, List.of("eu-west-1")));
    }
}
