package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationUrlsTest {
    private static final String OURS = "https://jenkins.example.com/stack-deploy-notify/" + "a".repeat(64);

    private final List<Map<String, String>> sent = new ArrayList<>();
    private Deployer deployer;

    @BeforeEach
    void start() throws IOException {
        deployer = Deployer.start();
        deployer.notificationUrl = OURS;
        deployer.api = real -> (action, query, body) -> {
            if (!action.startsWith("Get") && !action.startsWith("List")) {
                sent.add(new TreeMap<>(query));
            }
            return real.call(action, query, body);
        };
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static List<String> urls(Map<String, String> query) {
        List<String> urls = new ArrayList<>();
        query.forEach((name, value) -> {
            if (name.startsWith("NotificationURLs.")) {
                urls.add(value);
            }
        });
        return urls;
    }

    @Test
    void aNewStackNotifiesTheAddressesOfTheStepFirst() {
        Outcome outcome =
                deployer.deploy(Requests.deploy("web", Samples.TWO).notifying("https://a.example.com", "eventbridge"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.SUCCESS);
        assertThat(sent).hasSize(1);
        assertThat(urls(sent.get(0))).containsExactly("https://a.example.com", "eventbridge", OURS);
    }

    @Test
    void aStepThatNamesFiveKeepsAllItsPlaces() {
        String[] five = {"https://a", "https://b", "https://c", "https://d", "https://e"};
        deployer.deploy(Requests.deploy("web", Samples.TWO).notifying(five));

        assertThat(urls(sent.get(0))).containsExactly(five);
    }

    @Test
    void withoutAnAddressOfOursNothingIsAdded() {
        deployer.notificationUrl = null;
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(urls(sent.get(0))).isEmpty();
    }

    @Test
    void anUpdateNamesNone() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(outcome.facts()).containsEntry("action", "UPDATE");
        assertThat(sent).hasSize(2);
        assertThat(urls(sent.get(1))).isEmpty();
    }

    @Test
    void aRequestThatIsSentAgainAfterACrashNamesTheSameAddress() {
        RosOperation operation = new RosOperation();
        deployer.api = real -> (action, query, body) -> {
            RosApi.Answer answer = real.call(action, query, body);
            if (action.equals("CreateStack")) {
                sent.add(new TreeMap<>(query));
                if (sent.size() == 1) {
                    throw new CloudException(FaultKind.NO_ANSWER, action, null, "lost", null);
                }
            }
            return answer;
        };
        deployer.begin(Requests.deploy("web", Samples.TWO), operation).until(() -> sent.size() == 1);
        deployer.restart();
        deployer.notificationUrl = "https://elsewhere.example.com/";
        Outcome outcome =
                deployer.begin(Requests.deploy("web", Samples.TWO), operation).outcome();

        assertThat(outcome.kind()).as(deployer.console()).isEqualTo(Outcome.Kind.SUCCESS);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(urls(sent.get(0))).containsExactly(OURS);
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
    }

    @Test
    void aPlanForANewStackBringsTheAddressAndSaysNothingOfIt() {
        Outcome planned = deployer.plan(Requests.plan("web", Samples.TWO));

        assertThat(planned.kind()).as(deployer.console()).isEqualTo(Outcome.Kind.SUCCESS);
        assertThat(urls(sent.get(0))).containsExactly(OURS);
        assertThat(planned.facts().toString()).doesNotContain("stack-deploy-notify");
        assertThat(deployer.console()).doesNotContain("stack-deploy-notify");
        Outcome deployed = deployer.execute(Requests.execute(planned));
        assertThat(deployed.kind()).isEqualTo(Outcome.Kind.SUCCESS);

        deployer.plan(Requests.plan("web", Samples.TWO_CHANGED));
        assertThat(sent.stream().filter(query -> "UPDATE".equals(query.get("ChangeSetType"))))
                .singleElement()
                .satisfies(query -> assertThat(urls(query)).isEmpty());
    }
}
