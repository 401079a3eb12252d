package io.jenkins.plugins.stackdeploy.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Has something done in a world of its own for each thing that can befall the controller, and again for each that can befall
 * it while it recovers. What can is taken from runs that it does not befall.
 *
 * @param <F> the facts of what is done
 */
public final class KillEverywhere<F extends Operation> {
    private final Path home;
    private final String name;
    private final Class<F> type;
    private final Supplier<F> fresh;
    private final Callable<? extends World<F>> worlds;
    private boolean losesFiles;
    private boolean once;

    /**
     * Kills in one deed.
     *
     * @param home an empty directory
     * @param name of the deed, for people
     * @param fresh makes facts of something not begun
     * @param worlds makes worlds, all alike
     */
    public KillEverywhere(
            Path home, String name, Class<F> type, Supplier<F> fresh, Callable<? extends World<F>> worlds) {
        this.home = home;
        this.name = name;
        this.type = type;
        this.fresh = fresh;
        this.worlds = worlds;
    }

    private record Course(List<String> events, List<Kill> kills) {}

    /** A test for each thing that can happen, with all that can happen after it. */
    public Stream<DynamicTest> tests() throws Exception {
        return tests(kill -> true);
    }

    /** A test for each thing that can happen, and nothing after it. */
    public Stream<DynamicTest> testsOfSingleKills() throws Exception {
        once = true;
        return tests();
    }

    /** A test for each call whose answer can be lost. */
    public Stream<DynamicTest> testsOfLostAnswers() throws Exception {
        return tests(kill -> kill.how() == Kill.How.LOSES_ANSWER);
    }

    /** A test for each save after which the controller dies and all that it has saved is lost. */
    public Stream<DynamicTest> testsOfLostFiles() throws Exception {
        losesFiles = true;
        return tests(kill -> kill.how() == Kill.How.DIES_AFTER);
    }

    private Stream<DynamicTest> tests(Predicate<Kill> chosen) throws Exception {
        Course quiet = run(List.of(), null);
        assertThat(quiet.kills).as("what can happen").hasSizeGreaterThan(10);
        return quiet.kills.stream()
                .filter(chosen)
                .map(kill -> DynamicTest.dynamicTest(name + " " + kill, () -> survives(kill, quiet.events)));
    }

    private void survives(Kill kill, List<String> events) throws Exception {
        Course recovered = run(List.of(kill), events);
        if (kill.decisive() && !losesFiles && !once) {
            for (Kill again : recovered.kills) {
                if (again.decisive()) {
                    run(List.of(kill, again), events);
                }
            }
        }
    }

    private Course run(List<Kill> kills, List<String> events) throws Exception {
        try (World<F> world = worlds.call()) {
            DeploymentFiles files = new DeploymentFiles(home.resolve(name + kills));
            int lives = 0;
            while (true) {
                Boundaries boundaries = lives < kills.size() ? Boundaries.with(kills.get(lives)) : Boundaries.quiet();
                lives++;
                try {
                    F facts = files.operation(type).orElseGet(fresh);
                    Outcome outcome = world.begin(facts, files, boundaries).outcome();
                    assertThat(lives > kills.size() || boundaries.happened())
                            .as("%s", kills)
                            .isTrue();
                    assertThat(lives > kills.size() || kills.get(lives - 1).how() == Kill.How.LOSES_ANSWER)
                            .as("nothing outlives %s", kills)
                            .isTrue();
                    check(world, outcome, files, kills, events);
                    return new Course(new ArrayList<>(world.events()), boundaries.kills());
                } catch (Crash crash) {
                    world.restart();
                    if (losesFiles) {
                        Files.deleteIfExists(files.path("operation.json"));
                        Files.deleteIfExists(files.path("printed"));
                    }
                }
            }
        } catch (AssertionError failed) {
            throw new AssertionError(name + " " + kills + ": " + failed.getMessage(), failed);
        }
    }

    private void check(World<F> world, Outcome outcome, DeploymentFiles files, List<Kill> kills, List<String> events)
            throws Exception {
        world.check(outcome);
        if (events != null && !losesFiles) {
            assertThat(world.events()).containsExactlyInAnyOrderElementsOf(events);
        }
        assertThat(files.operation(type).orElseThrow().outcome()).isEqualTo(outcome);
    }
}
