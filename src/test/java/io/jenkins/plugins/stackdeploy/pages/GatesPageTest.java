package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.approval.GatesAction;
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
import org.openqa.selenium.Keys;

/** People decide at gates in a browser. */
class GatesPageTest {
    private static final String APPROVE = ".jenkins-button--primary";
    private static final String REJECT = ".stack-deploy-gate-buttons button[type=button]";

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
        jenkins.addUser("carol", "Carol C", "ops", "sec");
    }

    /** A page that goes on asking a Jenkins that is gone would count as an error of the next. */
    @AfterEach
    void stop() {
        browser.go("about:blank");
        browser.errors();
        jenkins.close();
    }

    private PipelineRun begin(String arguments) throws Exception {
        PipelineRun run =
                jenkins.createPipeline("p", "manualGate " + arguments, null).schedule(Map.of(), "alice");
        await().atMost(Browser.LIMIT).until(() -> {
            GatesAction gates = run.getAction(GatesAction.class);
            return !run.isBuilding() || (gates != null && gates.isWaiting());
        });
        return run;
    }

    private void visit(String user) {
        browser.go(root + "job/p/1/gates/?as=" + user);
        browser.one("section.stack-deploy-card");
    }

    @Test
    void twoPeopleApproveAndThePageFollows() throws Exception {
        PipelineRun run = begin("""
                name: 'Release to production', message: 'Ship 1.2.0 to all regions?\\nThe plan replaces the database.',
                    rules: [[groups: ['ops']], [groups: ['sec']]], timeoutMinutes: 120, checklist: ['backup taken'],
                    parameters: ['TICKET', [name: 'WINDOW', choices: ['now', 'tonight'], defaultValue: 'tonight']]
                """);
        visit("bob");
        assertThat(browser.text(".stack-deploy-badge")).isEqualTo("Waiting for approval.");
        browser.one("input[type=checkbox]").click();
        browser.one("input.jenkins-input").sendKeys("T-17");
        browser.one("textarea").sendKeys("looks good");
        browser.screenshot("gate-waiting");
        browser.one(APPROVE).click();
        browser.awaitText(".stack-deploy-gate-rules", "\u2713 1 of group ops (1/1), approved by Bob B");
        assertThat(browser.text("tbody")).contains("Bob B (bob)", "approved", "looks good\nTICKET = T-17");
        assertThat(browser.one(APPROVE).isEnabled()).isFalse();
        assertThat(browser.text(".stack-deploy-card")).contains("You have approved already");

        visit("carol");
        browser.one("input[type=checkbox]").click();
        browser.one("input.jenkins-input").sendKeys("T-18", Keys.ENTER);
        browser.awaitText(".stack-deploy-badge", "Approved.");
        browser.screenshot("gate-approved");

        assertThat(run.awaitResult(Browser.LIMIT)).isEqualTo(Result.SUCCESS);
        assertThat(browser.one("form").isDisplayed()).isFalse();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() throws Exception {
        begin("name: 'release', approvers: ['@ops'], checklist: ['backup taken'], commentRequired: true");
        visit("bob");
        browser.one("textarea").sendKeys("half a sent");

        browser.one(APPROVE).click();

        browser.awaitText("[role=alert].stack-deploy-gate-problem", "Not ticked: backup taken.");
        assertThat(browser.one("textarea").getDomProperty("value")).isEqualTo("half a sent");
        assertThat(browser.one(APPROVE).isEnabled()).isTrue();
    }

    @Test
    void whoseSessionIsGoneIsToldThatNothingWasDecided() throws Exception {
        PipelineRun run = begin("name: 'release', approvers: ['@ops']");
        visit("bob");
        browser.call("document.head.dataset.crumbValue = 'of the session before'");
        browser.one("textarea").sendKeys("looks good");

        browser.one(APPROVE).click();

        browser.awaitText("[role=alert].stack-deploy-gate-problem", "Not done: you are logged out");
        assertThat(browser.one("textarea").getDomProperty("value")).isEqualTo("looks good");
        assertThat(run.getAction(GatesAction.class).isWaiting()).isTrue();
    }

    @Test
    void requesterIsToldWhyNot() throws Exception {
        begin("name: 'release', approvers: ['alice', 'bob']");
        visit("alice");

        browser.awaitText(".stack-deploy-card", "You started this run");
        assertThat(browser.one("form").isDisplayed()).isFalse();
    }

    @Test
    void rejectionWithACommentEndsTheBuild() throws Exception {
        PipelineRun run = begin("name: 'release', approvers: ['@ops']");
        visit("bob");
        browser.one("textarea").sendKeys("not on a Friday");
        browser.one(REJECT).click();

        browser.awaitText(".stack-deploy-badge", "Rejected.");
        assertThat(run.awaitResult(Browser.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("rejected by Bob B (bob): not on a Friday");
    }

    @Test
    void whatOthersDecideIsSeenWithoutReloading() throws Exception {
        PipelineRun run = begin("name: 'release', approvers: ['bob', 'carol'], count: 2");
        visit("bob");

        run.questions().get(0).yes("carol");

        browser.awaitText(".stack-deploy-gate-rules", "Carol C");
    }

    @Test
    void hostileTextsAreTexts() throws Exception {
        String evil = "<img src=x onerror=document.title=\"pwned\"><script>document.title=\"pwned\"</script>";
        jenkins.addUser("bob", "Bob " + evil, "ops");
        PipelineRun run = begin("name: '" + evil + "', message: '" + evil + "', checklist: ['" + evil
                + "'], parameters: [[name: 'A', description: '" + evil + "', defaultValue: '" + evil
                + "', choices: ['" + evil + "', 'b']]], rules: [[groups: ['ops', '" + evil
                + "'], count: 1], [users: ['x" + evil + "']]]");
        visit("bob");
        browser.one("input[type=checkbox]").click();
        browser.one("textarea").sendKeys(evil);
        browser.one(APPROVE).click();
        browser.awaitText("tbody", evil);

        assertThat(browser.text("h2")).isEqualTo(evil);
        assertThat(browser.text(".stack-deploy-gate-form")).contains(evil);
        assertThat(browser.count("main img, main script:not([src])")).isZero();
        assertThat(browser.<String>call("return document.title")).doesNotContain("pwned");
        assertThat(browser.errors()).isEmpty();
        assertThat(run.isBuilding()).isTrue();
    }

    @Test
    void oneGateHasAPageOfItsOwn() throws Exception {
        begin("name: 'release', approvers: ['bob']");
        browser.go(root + "job/p/1/gates/release/?as=bob");

        browser.one(APPROVE).click();

        browser.awaitText(".stack-deploy-badge", "Approved.");
    }

    @Test
    void pageOfTheBuildLeadsToAGateThatWaits() throws Exception {
        begin("name: 'release', approvers: ['bob']");
        browser.go(root + "job/p/1/?as=bob");

        browser.one("a[href$='gates/']").click();

        browser.awaitText("h2", "release");
    }

    @Test
    void darkThemeIsReadable() throws Exception {
        begin("name: 'release', message: 'Ship?', approvers: ['bob'], checklist: ['backup taken']");
        browser.go(root + "job/p/1/gates/?as=bob&theme=dark");
        browser.one("section.stack-deploy-card");
        browser.screenshot("gate-dark");

        assertThat(browser.<String>call("return getComputedStyle(document.querySelector('h2')).color"))
                .isNotEqualTo(browser.<String>call("return getComputedStyle(document.body).backgroundColor"));
        browser.go(root + "job/p/1/gates/?theme=");
    }
}
