package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event of an operation is shown, once, in order, and no other. */
class EventsTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private List<String> eventLines() {
        return deployer.console.stream()
                .filter(line -> line.matches("  [0-9:]{8}  .*"))
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private static List<String> resources(int count) {
        return IntStream.range(0, count).mapToObj(number -> "R" + number).toList();
    }

    /** All begin in one second and end in one second: 20, 60 and 130 events on one to three pages. */
    @ParameterizedTest
    @ValueSource(ints = {9, 30, 64})
    void eventsOnSeveralPagesInOneSecondAreShownOnceEach(int count) {
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.many(count, number -> "x")));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(eventLines()).hasSize(2 * count + 2).doesNotHaveDuplicates();
        assertThat(eventLines().get(0)).contains("CREATE_IN_PROGRESS web");
        assertThat(eventLines().get(2 * count + 1)).contains("CREATE_COMPLETE web");
        for (String resource : resources(count)) {
            assertThat(deployer.console())
                    .containsSubsequence(
                            "CREATE_IN_PROGRESS        " + resource + " ",
                            "CREATE_COMPLETE           " + resource + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 64})
    void eventsOfAnEarlierOperationAreNotShown(int count) {
        deployer.deploy(Requests.deploy("web", Samples.many(count, number -> "x")));
        deployer.console.clear();

        deployer.deploy(Requests.deploy("web", Samples.many(count, number -> "y")));

        assertThat(eventLines()).hasSize(2 * count + 2).allMatch(line -> line.contains("UPDATE_"));
    }

    @Test
    void onlyThePagesThatHoldSomethingNewAreRead() {
        deployer.deploy(Requests.deploy("web", Samples.many(64, number -> "x")));
        long before = deployer.ros.count("ListStackEvents");

        deployer.deploy(Requests.deploy("web", Samples.many(64, number -> number == 0 ? "y" : "x")));

        // Two looks, and a reading of the end; there are three pages.
        assertThat(deployer.ros.count("ListStackEvents") - before).isLessThan(2 * 3);
        assertThat(eventLines().subList(130, eventLines().size())).hasSize(4);
    }

    @Test
    void theOrderOfPagesDoesNotMatter() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.api = real -> new EditedAnswers(real, Map.of("ListStackEvents", EventsTest::reverse));
        deployer.console.clear();

        deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(eventLines())
                .extracting(line -> line.split(" ")[1] + " " + line.split(" ")[2])
                .containsExactly(
                        "UPDATE_IN_PROGRESS web", "UPDATE_IN_PROGRESS B", "UPDATE_COMPLETE B", "UPDATE_COMPLETE web");
    }

    private static void reverse(ObjectNode answer) {
        ArrayNode events = (ArrayNode) answer.get("Events");
        List<JsonNode> reversed = new ArrayList<>();
        events.forEach(reversed::add);
        Collections.reverse(reversed);
        events.removeAll();
        events.addAll(reversed);
    }

    @Test
    void aRestartNeitherLosesNorRepeatsEvents() {
        Requests.Deploy request = Requests.deploy("web", Samples.TWO);
        Underway<RosOperation> underway = deployer.begin(request);
        underway.until(() -> deployer.console().contains("CREATE_COMPLETE           A"));
        deployer.restart();
        deployer.time.pass(Duration.ofMinutes(1));

        deployer.begin(request, underway.operation).outcome();

        assertThat(eventLines()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void eventsThatCannotBeReadForAWhileAreShownAtTheEnd() {
        deployer.ros
                .faults()
                .add(Fault.of(FaultKind.SERVICE_UNAVAILABLE, "ListStackEvents").times(9));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(eventLines()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void textOfTheCloudCannotTamperWithTheLog() {
        deployer.deploy(Requests.deploy(
                "web",
                Samples.failing("CREATE")
                        .replace(
                                "'Quota of buckets exceeded'", "\"red \\e[31malert\\r\\nFAKE LINE \\u202Etxet \\a\"")));

        assertThat(deployer.console.stream().flatMapToInt(String::chars))
                .noneMatch(c -> c < ' ' || Character.getType(c) == Character.FORMAT);
        assertThat(deployer.console()).contains("red alert").doesNotContain("[31m");
        assertThat(deployer.console).noneMatch(line -> line.startsWith("FAKE"));
    }
}
