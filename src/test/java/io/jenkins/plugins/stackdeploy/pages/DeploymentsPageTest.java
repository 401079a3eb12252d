package io.jenkins.plugins.stackdeploy.pages;

import static io.jenkins.plugins.stackdeploy.pages.PagesFixture.at;
import static io.jenkins.plugins.stackdeploy.pages.PagesFixture.ended;
import static io.jenkins.plugins.stackdeploy.pages.PagesFixture.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsPageTest {
    private static Browser browser;

    @TempDir
    Path home;

    private PagesFixture fixture;

    @BeforeAll
    static void open() {
        browser = Browser.open("en-US");
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new PagesFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
        assertThat(browser.errors())
                .filteredOn(error -> !error.contains("ERR_CONNECTION_REFUSED"))
                .isEmpty();
    }

    private static void createNetwork(Recorder stack) {
        stack.record(
                new Entry.Accepted(at(1), "CREATE", "id-1", "https://ros.console.aliyun.com/cn-hangzhou/stacks/1"));
        stack.record(new Entry.Reached(at(1), Stage.RUNNING));
        stack.record(new Entry.Status(at(2), "CREATE_IN_PROGRESS"));
        stack.record(resource(2, "Vpc", "ALIYUN::ECS::VPC", "CREATE_IN_PROGRESS", "state changed"));
        stack.record(resource(20, "Vpc", "ALIYUN::ECS::VPC", "CREATE_COMPLETE", "state changed"));
        stack.record(resource(21, "Database", "ALIYUN::RDS::DBInstance", "CREATE_IN_PROGRESS", "state changed"));
    }

    @Test
    void progressIsSeenWithoutLoadingThePageAgainAndAskingStopsWhenAllIsOver() throws Exception {
        Recorder stack = fixture.stack("one", "web", 3);
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-message", "reading the live state");
        browser.call("window.stillTheSamePage = true");

        createNetwork(stack);
        browser.awaitText(".stack-deploy-progress", "1 of 3 done");
        assertThat(browser.texts(".stack-deploy-resources tbody th")).containsExactly("Vpc", "Database");
        assertThat(browser.texts(".stack-deploy-resources .stack-deploy-badge"))
                .containsExactly("CREATE_COMPLETE", "CREATE_IN_PROGRESS");
        assertThat(browser.texts(".stack-deploy-facts dd")).contains("cn-hangzhou", "create", "CREATE_IN_PROGRESS");
        assertThat(browser.count(".stack-deploy-bar")).isEqualTo(2);
        browser.screenshot("live");

        stack.record(resource(200, "Database", "ALIYUN::RDS::DBInstance", "CREATE_COMPLETE", ""));
        stack.record(ended(
                210,
                Outcome.Kind.SUCCESS,
                "stack web: CREATE_COMPLETE",
                Map.of("status", "CREATE_COMPLETE", "changed", true, "outputs", Map.of("VpcId", "vpc-bp1"))));
        browser.awaitText(".stack-deploy-card > header .stack-deploy-badge", "Succeeded");
        assertThat(browser.text("#stack-deploy-announcements")).isEqualTo("Stack web: Succeeded");
        assertThat(browser.texts(".stack-deploy-outputs tbody tr")).containsExactly("VpcIdvpc-bp1");
        assertThat(browser.<Boolean>call("return window.stillTheSamePage")).isTrue();

        fixture.finish();
        String requests =
                "return performance.getEntriesByType('resource').filter(r => r.name.endsWith('/data')).length";
        browser.call("performance.clearResourceTimings()");
        await().atMost(Browser.LIMIT).until(() -> browser.<Long>call(requests) > 0);
        // The one that saw the end of the build may have been asked just before: after it there is none.
        long last = browser.<Long>call(requests) + 1;
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(20))
                .until(() -> browser.<Long>call(requests) <= last);
    }

    @Test
    void whatFailedStandsBeforeEverythingElse() throws Exception {
        Recorder stack = fixture.stack("one", "web", 3);
        createNetwork(stack);
        String reason = "InvalidVSwitchId.NotFound: the vSwitch vsw-bp1 does not exist\nRequestId: 5F3C";
        stack.record(resource(60, "Database", "ALIYUN::RDS::DBInstance", "CREATE_FAILED", reason));
        stack.record(resource(70, "Vpc", "ALIYUN::ECS::VPC", "DELETE_IN_PROGRESS", ""));
        stack.record(resource(80, "Vpc", "ALIYUN::ECS::VPC", "DELETE_COMPLETE", ""));
        stack.record(new Entry.Failed(
                at(81),
                new FailureSummary(
                        "Stack web was not created: Database (ALIYUN::RDS::DBInstance) failed: "
                                + reason.lines().findFirst().get(),
                        List.of(new FailureSummary.Cause(
                                "Database", "ALIYUN::RDS::DBInstance", "CREATE_FAILED", reason, "main.yaml:42")),
                        List.of("Cache  creation was cancelled"),
                        "The stack was rolled back: CREATE_ROLLBACK_COMPLETE.",
                        List.of("Correct the template and deploy again with recreate: true."))));
        stack.record(ended(82, Outcome.Kind.FAILURE, "it failed", Map.of("status", "CREATE_ROLLBACK_COMPLETE")));
        browser.go(fixture.page());

        browser.awaitText(".stack-deploy-failure", "InvalidVSwitchId.NotFound");
        assertThat(browser.text(".stack-deploy-failure"))
                .contains("declared at main.yaml:42", "Cache  creation was cancelled", "recreate: true");
        assertThat(browser.<Boolean>call("""
                        const [box, table] = ['.stack-deploy-failure', '.stack-deploy-resources']
                                .map(s => document.querySelector(s));
                        return (box.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0""")).isTrue();
        assertThat(browser.count(".stack-deploy-bar")).isEqualTo(3);
        assertThat(browser.count(".stack-deploy-bar[data-tone=failed]")).isEqualTo(1);
        browser.screenshot("failure");
    }

    @Test
    void colorsFollowTheThemeOfJenkins() throws Exception {
        createNetwork(fixture.stack("one", "web", 3));
        String color = "return getComputedStyle(document.querySelector('.stack-deploy-card')).backgroundColor";
        browser.go(fixture.page());
        browser.one(".stack-deploy-card");
        String light = browser.call(color);
        browser.go(fixture.page() + "?theme=dark");
        browser.one(".stack-deploy-card");
        String dark = browser.call(color);
        browser.screenshot("dark");
        browser.go(fixture.page() + "?theme=");

        assertThat(light).isEqualTo("rgb(255, 255, 255)");
        assertThat(dark).isEqualTo("rgb(34, 34, 46)");
    }

    @Test
    void whoMayNotReadTheJobAnyLongerIsToldSo() throws Exception {
        fixture.stack("one", "web", 3);
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-message", "reading");
        fixture.jenkins.jenkins().setAuthorizationStrategy(Nobody.MAY_DO_ANYTHING);

        browser.awaitText("#stack-deploy-trouble", "You may not see this page any longer");
        assertThat(browser.errors()).allMatch(error -> error.contains("404"));
    }

    @Test
    void aLostConnectionIsSaidAndTakenBack() throws Exception {
        fixture.stack("one", "web", 3);
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-message", "reading");
        browser.call("window.realFetch = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))");
        browser.awaitText("#stack-deploy-trouble", "The connection is lost");
        assertThat(browser.<Boolean>call("return document.querySelector('#stack-deploy-trouble').hidden"))
                .isFalse();
        browser.call("window.fetch = window.realFetch");

        await().atMost(Browser.LIMIT)
                .until(() -> browser.<Boolean>call("return document.querySelector('#stack-deploy-trouble').hidden"));
    }

    @Test
    void whatWentWellBeforeIsFolded() throws Exception {
        Recorder first = fixture.stack("one", "network", 1);
        createNetwork(first);
        first.record(ended(30, Outcome.Kind.SUCCESS, "done", Map.of()));
        createNetwork(fixture.stack("two", "web", 1));
        browser.go(fixture.page() + "#deployment-two");

        browser.one("#deployment-two details[open]");
        browser.one("#deployment-one details:not([open])");
    }
}
