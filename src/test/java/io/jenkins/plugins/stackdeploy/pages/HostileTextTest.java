package io.jenkins.plugins.stackdeploy.pages;

import static io.jenkins.plugins.stackdeploy.pages.PagesFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text that a cloud can set is markup here that would run, were it taken as such. */
class HostileTextTest {
    private static final String HOSTILE =
            "\"'><img src=x onerror=window.hacked=1><script>window.hacked=1</script>${7*7}\u0007\u202e&amp;";
    private static final String SHOWN =
            "\"'><img src=x onerror=window.hacked=1><script>window.hacked=1</script>${7*7}&amp;";

    @TempDir
    Path home;

    private Browser browser;
    private PagesFixture fixture;

    @BeforeEach
    void start() throws Exception {
        browser = Browser.open("en-US");
        fixture = new PagesFixture(home);
        Recorder hostile = fixture.deployment("hostile");
        hostile.record(new Entry.Begun(at(0), Entry.Target.ROS_STACK, HOSTILE, HOSTILE, 2));
        hostile.record(new Entry.Accepted(at(1), HOSTILE, HOSTILE, "javascript:window.hacked=1"));
        hostile.record(new Entry.Status(at(1), HOSTILE));
        hostile.record(new Entry.Resource(at(2), HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        hostile.record(new Entry.Resource(at(2), "__proto__", HOSTILE, "CREATE_FAILED", HOSTILE));
        hostile.record(new Entry.Instance(at(2), HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        hostile.record(new Entry.Failed(
                at(3),
                new FailureSummary(
                        HOSTILE,
                        List.of(new FailureSummary.Cause(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                        List.of(HOSTILE),
                        HOSTILE,
                        List.of(HOSTILE))));
        Map<String, Object> facts = Map.of(
                "status",
                HOSTILE,
                "consoleUrl",
                "javascript:window.hacked=1",
                "outputs",
                Map.of(HOSTILE, HOSTILE, "__proto__", HOSTILE));
        hostile.record(PagesFixture.ended(4, Outcome.Kind.FAILURE, HOSTILE, facts));
        Recorder other = fixture.stack("other", "web", 0);
        other.record(PagesFixture.ended(4, Outcome.Kind.SUCCESS, HOSTILE, Map.of()));
    }

    @AfterEach
    void stop() {
        if (fixture != null) {
            fixture.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private void nothingRan() {
        assertThat(browser.<Object>call("return window.hacked ?? null")).isNull();
        assertThat(browser.count("#main-panel img")).isZero();
        assertThat(browser.texts("#main-panel script")).allMatch(String::isEmpty);
        List<String> links = browser.call("return [...document.querySelectorAll('#main-panel a')].map(a => a.href)");
        assertThat(links).noneMatch(link -> link.startsWith("javascript:"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void thePageShowsItAsText() {
        browser.go(fixture.page());
        browser.awaitText("#deployment-hostile", SHOWN);
        browser.awaitText("#deployment-other .stack-deploy-message", SHOWN);

        for (String selector : List.of(
                "h2",
                ".stack-deploy-facts",
                ".stack-deploy-headline",
                ".stack-deploy-cause strong",
                ".stack-deploy-failure pre",
                ".stack-deploy-failure li",
                ".stack-deploy-resources th[scope=row]",
                ".stack-deploy-resources td",
                ".stack-deploy-reason",
                ".stack-deploy-label",
                ".stack-deploy-grid th[scope=col]:nth-child(2)",
                ".stack-deploy-grid th[scope=row]",
                ".stack-deploy-grid td",
                ".stack-deploy-outputs th[scope=row]",
                ".stack-deploy-outputs code")) {
            assertThat(browser.texts("#deployment-hostile " + selector))
                    .as(selector)
                    .anyMatch(text -> text.contains(SHOWN));
        }
        assertThat(browser.texts(".stack-deploy-outputs th[scope=row]")).contains("__proto__");
        browser.all(".stack-deploy-grid td").get(0).click();
        browser.awaitText(".stack-deploy-details", SHOWN);
        assertThat(browser.<Boolean>call("return document.querySelector('.stack-deploy-console').hidden"))
                .isTrue();
        nothingRan();
    }

    @Test
    void thePageOfTheBuildShowsItAsText() {
        browser.go(fixture.url());
        assertThat(browser.text(".app-summary")).contains("Stack " + SHOWN);
        nothingRan();
    }
}
