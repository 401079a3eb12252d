package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators look at the health of the plugin in a browser. */
class HealthPageTest {
    @TempDir
    Path folder;

    @Test
    void showsWhatWaitsAndWhatIsThrottledAndGoesWithTheTimes() throws Exception {
        try (HealthFixture fixture = new HealthFixture(folder);
                Browser browser = Browser.open("en-US")) {
            browser.go(fixture.page());
            browser.awaitText(".stack-deploy-hint:last-child", "No deployment waits");
            assertThat(browser.text("#stack-deploy-waits dd")).isEqualTo("0");

            fixture.deploy("web", 3_600);
            browser.awaitText("#stack-deploy-waits dd", "1");
            assertThat(browser.text("h2")).isEqualTo("Alibaba Cloud ROS \u00b7 cn-hangzhou");
            assertThat(browser.text(".stack-deploy-badge")).isEqualTo("watching");
            assertThat(browser.texts(".stack-deploy-budgets tbody th")).contains("CreateStack", "ListStacks");
            assertThat(browser.text("#stack-deploy-threads dd")).endsWith(" of 8");

            fixture.ros.faults().add(Fault.of(FaultKind.THROTTLING, "*").times(2));
            browser.awaitText(".stack-deploy-badge", "throttled since");
            browser.screenshot("health");
            browser.go(fixture.page() + "?theme=dark");
            browser.awaitText(".stack-deploy-badge", "throttled since");
            browser.screenshot("health-dark");
            assertThat(browser.errors()).isEmpty();
            browser.go("about:blank");
        }
    }

    @Test
    void isInTheLanguageOfTheBrowser() throws Exception {
        try (HealthFixture fixture = new HealthFixture(folder);
                Browser browser = Browser.open("zh-CN")) {
            fixture.deploy("web", 3_600);
            browser.go(fixture.page());
            browser.awaitText(".stack-deploy-badge", "\u6b63\u5728\u8ddf\u8e2a");
            assertThat(browser.texts(".stack-deploy-figures dt")).contains("\u6253\u5f00\u7684\u5361\u70b9");
            assertThat(browser.text("main")).doesNotContain("Call budgets");
            browser.screenshot("health-zh_CN");
            browser.go("about:blank");
        }
    }
}
