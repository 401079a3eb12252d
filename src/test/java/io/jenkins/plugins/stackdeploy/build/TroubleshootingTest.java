package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever searches docs/troubleshooting.md for a message that tells of trouble finds it. */
class TroubleshootingTest {
    private static final String FOLDER = "io/jenkins/plugins/stackdeploy/";

    /** Messages that tell how things go, not that something is wrong, and those that only frame others. */
    private static final Pattern NO_TROUBLE = Pattern.compile(String.join(
            "|",
            ".*\\.displayName",
            "(Aws)?Connection\\.works",
            "(Amount|Change|Done|Kind|Step)\\..*",
            "Decide\\.(absent|instances|present)",
            "Delete\\.(absent|begins|done|forgets|retains)",
            "Deploy\\.(accepted|cleared|create|done|found|notWaiting|outputs|protected|recreate|surprise)",
            "Deploy\\.(unchanged|unprotected|update)",
            "Discard\\..*",
            "Downstream\\.(queued|refused|started|willStart)",
            "Duration\\..*",
            "Execute\\.begins",
            "Execution\\.(preparing|waiting)",
            "Failure\\.(more|stack)",
            "Form\\..*",
            "GateCause\\..*",
            "GatePermissions\\..*",
            "Input\\.(one|plan)",
            "Log\\.(approved|decideAt|decidedBefore|open|parameter|planMore|rejected|reminder|requesters|rule)",
            "Log\\.(untilThenApproved|untilThenRejected|waits|waitsOn)",
            "Mail\\.(everybody|subject|until)",
            "Next\\.line",
            "Notification\\.reachable",
            "Others\\.(operation|over|progressOfFirst|waiting)",
            "Page\\.(?!denied|lost|planLost).*",
            "Plan\\.(anew|create|leftover|made|update)",
            "PlanView\\..*",
            "PostBuild\\.waits",
            "Prepare\\..*",
            "Results\\.region",
            "Rule\\..*",
            "Standing\\..*",
            "State\\.(?!aborted).*",
            "Status\\.(absent|detecting|drift|is)",
            "Submit\\.(accepted|created|found|notWaiting|split)",
            "Summary\\.(more|next)",
            "Target\\.noConnections",
            "(Text|Markdown)\\..*",
            "Watch\\.(done|doneOf|ended|pending|pendingMore|running|still|withCancelled|withFailed)",
            "Waiting\\.(?!denied|lost).*",
            "WaitingGates\\..*",
            "Webhook\\.(?!tooMany|forbidden).*"));

    private final String page =
            Repository.text(Repository.ROOT.resolve("docs/troubleshooting.md")).replaceAll("\\s+", " ");

    @ParameterizedTest
    @ValueSource(strings = {"approval", "cloudformation", "credentials", "engine", "gate", "plan", "ros", "steps"})
    void everyMessageOfTroubleIsExplained(String place) {
        TextBundle bundle = TextBundle.read(Repository.MAIN_RESOURCES.resolve(FOLDER + place + "/Messages.properties"));
        List<String> keys = bundle.keys().stream()
                .filter(key -> !NO_TROUBLE.matcher(key).matches())
                .toList();
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(page).as(key).contains(essence(bundle.text(key))));
    }

    @Test
    void essenceIsTheLongestPartWithoutPlaceholderAndAdvice() {
        assertThat(essence("Stack \"{0}\" is not there, only {1}. Next: look for {2} elsewhere, if you like."))
                .isEqualTo("\" is not there, only");
        assertThat(essence("Next: set the clock.")).isEqualTo("set the clock.");
    }

    private static String essence(String text) {
        String told = text.replaceFirst("^Next: ", "").replaceFirst(" Next: .*", "");
        return Pattern.compile("\\{\\d+}")
                .splitAsStream(told)
                .map(String::strip)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
