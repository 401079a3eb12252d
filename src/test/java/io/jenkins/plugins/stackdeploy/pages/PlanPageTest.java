package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.approval.GatesAction;
import io.jenkins.plugins.stackdeploy.approval.ManualGateBuilder;
import io.jenkins.plugins.stackdeploy.approval.ManualGateStep;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.InstanceGroup;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.Replacement;
import io.jenkins.plugins.stackdeploy.plan.Rollout;
import io.jenkins.plugins.stackdeploy.plan.SettingChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People see in a browser what would be deployed, and decide upon it. */
class PlanPageTest {
    private static final String APPROVE = ".jenkins-button--primary";
    private static final String ROWS = ".stack-deploy-plan-table tbody tr";

    private static Browser browser;

    @TempDir
    Path folder;

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
        jenkins = EmbeddedJenkins.start(folder.resolve("home"), null);
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

    private static Plan plan(
            List<PlannedChange> changes,
            List<ParameterChange> parameters,
            String difference,
            List<SettingChange> settings,
            Rollout rollout,
            EstimatedCost cost) {
        return new Plan(
                "ros",
                "shop",
                "cn-hangzhou",
                "LTAI",
                "UPDATE",
                true,
                "stack-1",
                "set-1",
                "stack-deploy-1",
                changes,
                parameters,
                difference,
                settings,
                rollout,
                cost,
                Map.of(),
                Map.of(),
                Map.of(),
                Instant.now().toString(),
                Instant.now().plus(Duration.ofDays(1)).toString());
    }

    private static Plan update() {
        return plan(
                List.of(
                        new PlannedChange("ADD", "Backup", "ALIYUN::OSS::Bucket", "", Replacement.NO, List.of()),
                        new PlannedChange(
                                "MODIFY",
                                "WebServer",
                                "ALIYUN::ECS::Instance",
                                "i-bp1",
                                Replacement.NO,
                                List.of("Properties.Tags")),
                        new PlannedChange(
                                "MODIFY",
                                "Database",
                                "ALIYUN::RDS::DBInstance",
                                "rm-bp1",
                                Replacement.YES,
                                List.of("Properties.Engine")),
                        new PlannedChange(
                                "REMOVE", "OldCache", "ALIYUN::REDIS::Instance", "r-bp1", Replacement.NO, List.of())),
                List.of(
                        ParameterChange.between("Size", "small", "large"),
                        ParameterChange.between("Zone", "a", "a"),
                        ParameterChange.secret("Password", true, true, true)),
                """
                --- live
                +++ planned
                @@ -4,3 +4,3 @@
                     "WebServer": {
                -      "Tags": []
                +      "Tags": [{"Key": "Backup", "Value": "nightly"}]
                     }""",
                List.of(),
                null,
                new EstimatedCost(
                        List.of(new EstimatedCost.Item("Backup", "ALIYUN::OSS::Bucket", "CNY", "0.14", "0.02", "0.12")),
                        ""));
    }

    private FreestyleRun begin(Plan plan) throws Exception {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        new ObjectMapper().writeValue(repository.resolve("plan.json").toFile(), plan.toMap());
        ManualGateStep step = new ManualGateStep("Release to production");
        step.setMessage("Make exactly these changes to the shop?");
        step.setApprovers("@ops");
        step.setCount("2");
        ManualGateBuilder gate = new ManualGateBuilder(step);
        gate.setPlanFile("plan.json");
        FreestyleRun run =
                jenkins.createFreestyle("f", List.of(gate), repository).schedule(Map.of(), "alice");
        await().atMost(Browser.LIMIT).until(() -> {
            GatesAction gates = run.getAction(GatesAction.class);
            return !run.isBuilding() || (gates != null && gates.isWaiting());
        });
        assertThat(run.isBuilding()).as(run.getLog()).isTrue();
        return run;
    }

    private void visit(String user) {
        browser.go(root + "job/f/1/gates/?as=" + user);
        browser.one(".stack-deploy-plan-headline");
    }

    private static List<String> rows() {
        return browser.call("return [...document.querySelectorAll('" + ROWS
                + "')].map(row => [...row.cells].map(cell => cell.textContent).join(' | '))");
    }

    @Test
    void allOfAPlanIsShownAndTwoPeopleApproveIt() throws Exception {
        Plan plan = update();
        FreestyleRun run = begin(plan);
        visit("alice");
        browser.awaitText(".stack-deploy-card", "You started this run");
        assertThat(browser.one("form").isDisplayed()).isFalse();
        visit("bob");

        assertThat(browser.text(".stack-deploy-plan-headline"))
                .isEqualTo("Plan: UPDATE \"shop\" in cn-hangzhou: 1 to add, 2 to modify "
                        + "(1 of them replaced or perhaps), 1 to remove.");
        assertThat(rows())
                .containsExactly(
                        "+ add | Backup | ALIYUN::OSS::Bucket |  | ",
                        "~ modify | WebServer | ALIYUN::ECS::Instance | i-bp1 | Properties.Tags",
                        "! REPLACE | Database | ALIYUN::RDS::DBInstance | rm-bp1 | Properties.Engine",
                        "- REMOVE | OldCache | ALIYUN::REDIS::Instance | r-bp1 | ",
                        "Size | small | large",
                        "Password | **** | **** (whether it is a new one cannot be told)",
                        "Backup | ALIYUN::OSS::Bucket | 0.12 CNY");
        assertThat(browser.text(".stack-deploy-plan")).contains("Estimated cost: 0.12 CNY", "Can be deployed until");
        assertThat(browser.texts(".stack-deploy-diff-added"))
                .containsExactly("+      \"Tags\": [{\"Key\": \"Backup\", \"Value\": \"nightly\"}]\n");
        assertThat(browser.texts(".stack-deploy-diff-removed")).containsExactly("-      \"Tags\": []\n");
        assertThat(browser.<String>call(
                        "return getComputedStyle(document.querySelector('.stack-deploy-diff-added')).backgroundColor"))
                .isNotEqualTo(browser.<String>call(
                        "return getComputedStyle(document.querySelector('.stack-deploy-diff-same')).backgroundColor"));
        assertThat(browser.text("code")).isEqualTo(plan.digest());
        browser.screenshot("gate-plan");

        browser.one(APPROVE).click();
        browser.awaitText(".stack-deploy-gate-rules", "approved by Bob B");
        visit("carol");
        browser.one(APPROVE).click();
        browser.awaitText(".stack-deploy-badge", "Approved.");

        assertThat(run.awaitResult(Browser.LIMIT)).isEqualTo(Result.SUCCESS);
        assertThat(browser.count(ROWS)).as("the plan stays to be seen").isEqualTo(7);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void planIsRejectedWithAComment() throws Exception {
        FreestyleRun run = begin(update());
        visit("bob");

        browser.one("textarea").sendKeys("the database must stay");
        browser.one(".stack-deploy-gate-buttons button[type=button]").click();

        browser.awaitText(".stack-deploy-badge", "Rejected.");
        assertThat(run.awaitResult(Browser.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("rejected by Bob B (bob): the database must stay");
    }

    @Test
    void accountsAndRegionsOfAStackSetAreShown() throws Exception {
        begin(plan(
                List.of(),
                List.of(),
                "",
                List.of(new SettingChange("tags", "team=a", "team=b")),
                new Rollout(
                        List.of("update the stack set"),
                        List.of(
                                new InstanceGroup(
                                        InstanceChange.CREATE, "us-east-1", 1, List.of("222222222222"), List.of(), "x"),
                                new InstanceGroup(
                                        InstanceChange.OUTDATED,
                                        "eu-central-1",
                                        1,
                                        List.of("333333333333"),
                                        List.of(),
                                        "y")),
                        Map.of("maxConcurrentCount", "4"),
                        List.of("one note")),
                null));
        visit("bob");

        assertThat(rows())
                .containsExactly(
                        "+ 1 to create | us-east-1 | 222222222222",
                        "! 1 left OUTDATED | eu-central-1 | 333333333333",
                        "tags | team=a | team=b");
        assertThat(browser.text(".stack-deploy-plan"))
                .contains("update the stack set", "maxConcurrentCount 4", "one note");
    }

    @Test
    void hostileTextsOfAPlanAreTexts() throws Exception {
        String evil = "\"'><img src=x onerror=window.hacked=1><script>window.hacked=1</script>";
        begin(plan(
                List.of(new PlannedChange(evil, evil, evil, evil, Replacement.NO, List.of(evil))),
                List.of(ParameterChange.between(evil, evil + 1, evil + 2)),
                "+" + evil + "\n-" + evil + "\n " + evil,
                List.of(new SettingChange(evil, evil, null)),
                new Rollout(
                        List.of(evil),
                        List.of(new InstanceGroup(InstanceChange.CREATE, evil, 1, List.of(evil), List.of(), evil)),
                        Map.of(evil, evil),
                        List.of(evil)),
                new EstimatedCost(List.of(new EstimatedCost.Item(evil, evil, evil, "1", "0", "1")), evil)));
        visit("bob");
        browser.one(".stack-deploy-diff");

        assertThat(rows()).hasSize(5).allMatch(row -> row.contains(evil));
        assertThat(browser.texts(".stack-deploy-diff span")).hasSize(3).allMatch(line -> line.contains(evil));
        assertThat(browser.texts(".stack-deploy-plan .stack-deploy-hint"))
                .filteredOn(note -> note.contains(evil))
                .hasSize(4);
        assertThat(browser.text(".stack-deploy-plan")).contains("1 " + evil);
        assertThat(browser.<Object>call("return window.hacked ?? null")).isNull();
        assertThat(browser.count("main img, main script:not([src])")).isZero();
        assertThat(browser.errors()).isEmpty();
    }
}
