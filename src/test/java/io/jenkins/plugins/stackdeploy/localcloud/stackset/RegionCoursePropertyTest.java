package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The course of a region, against a model that looks at every second. */
class RegionCoursePropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int NEVER = -1;

    /**
     * The work on one account.
     *
     * @param seconds how long it takes
     * @param fails whether it fails
     */
    record Job(int seconds, boolean fails) {}

    /**
     * When a job began and ended, and how.
     *
     * @param start second, or NEVER
     * @param end second
     */
    record Fate(int start, int end, ResultStatus outcome) {}

    @Property
    void theCourseIsThatOfTheModel(@ForAll("jobs") List<Job> jobs, @ForAll("limits") RegionLimits limits) {
        RegionCourse course = follow(jobs, limits);

        assertThat(fates(course)).isEqualTo(model(jobs, limits));
        long failures = fates(course).stream()
                .filter(fate -> fate.outcome() == ResultStatus.FAILED)
                .count();
        assertThat(course.failed()).isEqualTo(failures > limits.tolerance());
    }

    @Property
    void neverMoreAtATimeThanAllowed(@ForAll("jobs") List<Job> jobs, @ForAll("limits") RegionLimits limits) {
        List<Fate> fates = fates(follow(jobs, limits));

        int most = limits.strict() ? Math.min(limits.maxConcurrent(), limits.tolerance() + 1) : limits.maxConcurrent();
        for (Fate moment : fates) {
            assertThat(fates.stream()
                            .filter(f -> f.start() != NEVER && f.start() <= moment.start() && moment.start() < f.end())
                            .count())
                    .isLessThanOrEqualTo(most);
        }
    }

    @Property
    void strictModeLetsAtMostOneFailureMoreThanTolerated(
            @ForAll("jobs") List<Job> jobs, @ForAll("limits") RegionLimits limits) {
        RegionLimits strict = new RegionLimits(limits.tolerance(), limits.maxConcurrent(), true);

        assertThat(fates(follow(jobs, strict)).stream().filter(f -> f.outcome() == ResultStatus.FAILED))
                .hasSizeLessThanOrEqualTo(limits.tolerance() + 1);
    }

    @Provide
    Arbitrary<List<Job>> jobs() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of(true, false, false))
                .as(Job::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<RegionLimits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(true, false))
                .as(RegionLimits::new);
    }

    private static List<Fate> model(List<Job> jobs, RegionLimits limits) {
        List<Fate> fates = new ArrayList<>();
        for (int second = 0; fates.size() < jobs.size(); second++) {
            int now = second;
            long failures = fates.stream()
                    .filter(fate -> fate.end() <= now && fate.outcome() == ResultStatus.FAILED)
                    .count();
            long running = fates.stream().filter(fate -> fate.end() > now).count();
            long allowed = limits.strict()
                    ? Math.min(limits.maxConcurrent(), limits.tolerance() + 1 - failures)
                    : limits.maxConcurrent();
            while (failures > limits.tolerance() && fates.size() < jobs.size()) {
                fates.add(new Fate(NEVER, now, ResultStatus.CANCELLED));
            }
            for (; running < allowed && fates.size() < jobs.size(); running++) {
                Job job = jobs.get(fates.size());
                ResultStatus outcome = job.fails() ? ResultStatus.FAILED : ResultStatus.SUCCEEDED;
                fates.add(new Fate(now, now + job.seconds(), outcome));
            }
        }
        return fates;
    }

    private static RegionCourse follow(List<Job> jobs, RegionLimits limits) {
        List<Target> targets = IntStream.range(0, jobs.size())
                .mapToObj(i -> new Target(String.valueOf(i), "eu-west-1", null))
                .toList();
        return new RegionCourse(
                targets,
                limits,
                target -> {
                    Job job = jobs.get(Integer.parseInt(target.account()));
                    return new TargetWork(job.seconds(), job.fails() ? "No." : null, null, null);
                },
                new Pace(1),
                START);
    }

    private static List<Fate> fates(RegionCourse course) {
        List<Fate> result = new ArrayList<>();
        for (TargetPlan plan : course.plans()) {
            result.add(new Fate(
                    plan.start() == null ? NEVER : seconds(plan.start()), seconds(plan.end()), plan.outcome()));
        }
        return result;
    }

    private static int seconds(Instant moment) {
        return (int) Duration.between(START, moment).toSeconds();
    }
}
