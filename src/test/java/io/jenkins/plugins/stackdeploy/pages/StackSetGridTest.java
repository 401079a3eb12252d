package io.jenkins.plugins.stackdeploy.pages;

import static io.jenkins.plugins.stackdeploy.pages.PagesFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

class StackSetGridTest {
    private static final List<String> REGIONS = List.of("ap-southeast-1", "eu-west-1", "us-east-1", "us-west-2");
    private static final int ACCOUNTS = 500;
    private static Browser browser;

    @TempDir
    Path home;

    private PagesFixture fixture;
    private Recorder set;

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
        set = fixture.stackSet("set", "guard-rails", ACCOUNTS * REGIONS.size());
        set.record(new Entry.Accepted(
                at(1), "UPDATE", "guard-rails:1", "https://us-east-1.console.aws.amazon.com/cloudformation/home"));
        set.record(new Entry.Reached(at(1), Stage.RUNNING));
    }

    @AfterEach
    void stop() {
        fixture.close();
        assertThat(browser.errors())
                .filteredOn(error -> !error.contains("ERR_CONNECTION_REFUSED"))
                .isEmpty();
    }

    private static String account(int number) {
        return String.valueOf(100_000_000_000L + number);
    }

    private void all(int accounts) {
        for (int number = 0; number < accounts; number++) {
            for (String region : REGIONS) {
                String status = number < accounts / 2 ? "SUCCEEDED" : "PENDING";
                set.record(new Entry.Instance(at(2), account(number), region, status, ""));
            }
        }
    }

    private void fails(int number, String region, String reason) {
        set.record(new Entry.Instance(at(60), account(number), region, "FAILED", reason));
    }

    @Test
    void fiveHundredAccountsInFourRegionsAreOneTableInWhichOnlyWhatMovesIsTouched() throws Exception {
        all(ACCOUNTS);
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-progress", "1000 of 2000 done");
        assertThat(browser.count(".stack-deploy-grid td")).isEqualTo(2_000);
        assertThat(browser.count(".stack-deploy-grid tbody th[scope=row]")).isEqualTo(ACCOUNTS);
        assertThat(browser.texts(".stack-deploy-grid thead th[scope=col]"))
                .startsWith("Account")
                .endsWith("us-west-2")
                .hasSize(5);

        browser.call("""
                window.touched = new Set();
                new MutationObserver(list => list.forEach(m => window.touched.add(m.target)))
                        .observe(document.querySelector('.stack-deploy-grid'),
                                {subtree: true, childList: true, characterData: true, attributes: true})""");
        fails(400, "eu-west-1", "Account 100000000400 should have 'AWSCloudFormationStackSetExecutionRole' role");
        browser.awaitText(".stack-deploy-progress", "1000 of 2000 done, 1 failed");

        String cell = "td[data-account='" + account(400) + "'][data-region=eu-west-1]";
        assertThat(browser.text(cell)).isEqualTo("FAILED");
        assertThat(browser.count(".stack-deploy-grid td")).isEqualTo(2_000);
        assertThat(browser.<Long>call("return window.touched.size")).isBetween(1L, 4L);
        browser.screenshot("grid");
    }

    @Test
    void onlyWhatFailedCanBeShown() throws Exception {
        all(50);
        fails(30, "us-east-1", "no role");
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-filters", "Only failed (1)");
        browser.all(".stack-deploy-filters button").get(1).click();

        assertThat(
                        browser.<Long>call(
                                "return [...document.querySelectorAll('.stack-deploy-grid tbody tr')].filter(r => r.offsetParent).length"))
                .isEqualTo(1);
        assertThat(browser.all(".stack-deploy-filters button").get(1).getDomAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void theKeyboardReachesEveryInstanceAndTellsWhyItFailed() throws Exception {
        all(10);
        fails(1, "eu-west-1", "no role in the account");
        browser.go(fixture.page());
        browser.awaitText(".stack-deploy-filters", "Only failed (1)");
        assertThat(browser.count(".stack-deploy-grid td[tabindex='0']")).isEqualTo(1);

        browser.call("document.querySelectorAll('.stack-deploy-filters button')[1].focus()");
        browser.press(Keys.TAB);
        if (!"TD".equals(browser.call("return document.activeElement.tagName"))) {
            // The scrolling box around the table takes the tab key first.
            browser.press(Keys.TAB);
        }
        assertThat(focused()).isEqualTo(account(0) + " ap-southeast-1");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
        assertThat(focused()).isEqualTo(account(1) + " eu-west-1");
        await().untilAsserted(() -> assertThat(browser.text(".stack-deploy-details"))
                .isEqualTo(account(1) + " eu-west-1 FAILED: no role in the account"));
        assertThat(browser.<String>call("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.END);
        assertThat(focused()).isEqualTo(account(1) + " us-west-2");
        browser.pressControl(Keys.END);
        assertThat(focused()).isEqualTo(account(9) + " us-west-2");
        browser.pressControl(Keys.HOME);
        browser.press(Keys.ARROW_UP, Keys.ARROW_LEFT);
        assertThat(focused()).isEqualTo(account(0) + " ap-southeast-1");

        fails(0, "ap-southeast-1", "it failed while it was looked at");
        browser.awaitText(".stack-deploy-details", "it failed while it was looked at");
        assertThat(focused()).isEqualTo(account(0) + " ap-southeast-1");
    }

    private static String focused() {
        return browser.call("const {account, region} = document.activeElement.dataset; return account + ' ' + region");
    }
}
