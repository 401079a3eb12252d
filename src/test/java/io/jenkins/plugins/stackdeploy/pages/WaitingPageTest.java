package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of gates that wait, in a browser. */
class WaitingPageTest {
    private static Browser browser;

    @TempDir
    Path home;

    private EmbeddedJenkins jenkins;
    private String root;

    @BeforeAll
    static void open() {
        browser = Browser.open("en-US");
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        jenkins = EmbeddedJenkins.start(home, null);
        root = jenkins.serve(0);
        jenkins.addUser("bob", "Bob B", "ops");
    }

    @AfterEach
    void stop() {
        browser.go("about:blank");
        browser.errors();
        jenkins.close();
    }

    private PipelineRun wait(String job, String gate) throws Exception {
        PipelineRun run =
                jenkins.createPipeline(job, "manualGate " + gate, null).schedule(Map.of(), "alice");
        await().atMost(Browser.LIMIT).until(() -> !run.questions().isEmpty());
        return run;
    }

    @Test
    void showsWhatWaitsForTheViewerAndLeadsToIt() throws Exception {
        wait(
                "billing",
                "name: 'Security review', message: 'New role for the nightly job', approvers: ['dave', 'erin'], count: 2");
        wait("shop", "name: 'Release to production', message: 'Ship 1.2.0?', approvers: ['@ops'], timeoutMinutes: 120");
        browser.go(root + "?as=bob");
        browser.one("a[href='/waiting-gates/']").click();

        browser.awaitText("#stack-deploy-waiting-mine", "Waiting for you");
        assertThat(browser.texts("section h2")).containsExactly("Waiting for you", "Waiting for others");
        assertThat(browser.texts("tbody tr td:first-child a"))
                .containsExactly("Release to production", "Security review");
        browser.screenshot("waiting-gates");
        browser.all("tbody a").get(0).click();

        browser.awaitText("h2", "Release to production");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void newsComeWithoutReloadingAndTheJobShowsWhatWasDecided() throws Exception {
        PipelineRun run = wait("shop", "name: 'Release', approvers: ['@ops']");
        browser.go(root + "job/shop/gates/?as=bob");
        browser.awaitText("tbody a", "Release");

        run.questions().get(0).yes("bob");

        browser.awaitText("#stack-deploy-waiting-settled", "Decided last");
        assertThat(browser.texts("tbody .stack-deploy-badge")).containsExactly("Approved.");
        assertThat(browser.text("tbody")).contains("Bob B (bob)", "#1");
        assertThat(browser.text("#stack-deploy-waiting > p")).isEqualTo("No gate waits for approval.");
        browser.screenshot("job-gates");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void hostileTextsAreTexts() throws Exception {
        String evil = "<img src=x onerror=document.title=\"pwned\"><script>document.title=\"pwned\"</script>";
        jenkins.addUser("bob", "Bob " + evil, "ops");
        wait("p", "name: '" + evil + "', message: '" + evil + "', approvers: ['@ops', 'x" + evil + "'], count: 2")
                .questions()
                .get(0)
                .yes("bob");
        browser.go(root + "waiting-gates/?as=carol");

        browser.awaitText("tbody", evil);
        assertThat(browser.count("main img, main script:not([src])")).isZero();
        assertThat(browser.<String>call("return document.title")).doesNotContain("pwned");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void darkThemeIsReadable() throws Exception {
        wait("shop", "name: 'Release to production', message: 'Ship?', approvers: ['bob']");
        browser.go(root + "waiting-gates/?as=bob&theme=dark");
        browser.awaitText("tbody a", "Release");
        browser.screenshot("waiting-dark");

        assertThat(browser.<String>call("return getComputedStyle(document.querySelector('h2')).color"))
                .isNotEqualTo(browser.<String>call("return getComputedStyle(document.body).backgroundColor"));
        browser.go(root + "?theme=");
    }
}
