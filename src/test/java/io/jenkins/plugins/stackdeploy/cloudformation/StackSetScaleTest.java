package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 accounts in 4 regions: few calls while nothing moves, complete results at the end. */
class StackSetScaleTest {
    private static final String[] REGIONS = {"eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1"};
    private static final String[] ACCOUNTS = IntStream.range(0, 500)
            .mapToObj(number -> Long.toString(100_000_000_000L + number))
            .toArray(String[]::new);

    @TempDir
    Path home;

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer =
                new Deployer(builder -> builder.stackSets(options -> options.withResultsLag(Duration.ofSeconds(20))));
        deployer.deploy(Requests.deploy("web", Samples.TOPIC));
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    /** As many at once as may fail. */
    private static Requests.Instances everywhere(int failures) {
        return Requests.instances("web").accounts(ACCOUNTS).regions(REGIONS).tolerance(failures, 500);
    }

    @Test
    void resultsAreCompleteAndProgressIsShown() throws Exception {
        deployer.aws.failures().add(InstanceFailure.always("web", ACCOUNTS[499], "*", "no capacity"));
        deployer.journal = SavedBuild.files(home, "build").journal();

        Outcome outcome = deployer.instances(everywhere(10));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts().get("instances")).asInstanceOf(LIST).hasSize(2_000);
        assertThat(outcome.facts().get("counts")).hasToString("{CURRENT=1996, OUTDATED=4, INOPERABLE=0}");
        for (String region : REGIONS) {
            assertThat(deployer.console()).contains(region + ": 500 of 500 done, 1 failed");
        }
        assertThat(deployer.console).hasSizeLessThan(150);
        assertThat(deployer.console()).doesNotContain("not complete");
        assertThat(deployer.aws.operations()).hasSize(1);
    }

    @Test
    void atMostOnePageOfResultsIsReadInALookWhileNothingMoves() {
        deployer.aws.durations().set("*", "*", 3600);

        Outcome outcome = deployer.instances(everywhere(499));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        List<RequestRecord> looks = deployer.aws.requests().stream()
                .filter(request -> request.action().equals("DescribeStackSetOperation"))
                .toList();
        long pages = deployer.aws.count("ListStackSetOperationResults");
        // Four regions of 20 pages that move twice, and the last reading; everything else is one page a look.
        assertThat(pages).isLessThan(looks.size() + 4 * 2 * 20 + 3 * 20);
        assertThat(pagesBetween(looks)).isGreaterThan(looks.size() * 7 / 10);
    }

    /** After how many looks no more than one page was read. */
    private long pagesBetween(List<RequestRecord> looks) {
        List<RequestRecord> all = deployer.aws.requests();
        int quiet = 0;
        int pages = 0;
        for (RequestRecord request : all.subList(all.indexOf(looks.get(0)), all.size())) {
            if (request.action().equals("DescribeStackSetOperation")) {
                quiet += pages <= 1 ? 1 : 0;
                pages = 0;
            } else if (request.action().equals("ListStackSetOperationResults")) {
                pages++;
            }
        }
        return quiet;
    }

    @Test
    void whatIsSavedWhileItGoesOnNamesNoInstance() throws Exception {
        deployer.journal = SavedBuild.files(home, "build").journal();
        deployer.aws.durations().set("*", "*", 600);

        var underway = deployer.begin(everywhere(499).get());
        underway.until(() -> deployer.console().contains("us-west-2: "));

        Path saved = home.resolve("build/stack-deploy/1/operation.json");
        assertThat(Files.size(saved)).isLessThan(20_000);
        assertThat(underway.outcome().succeeded()).isTrue();
    }
}
