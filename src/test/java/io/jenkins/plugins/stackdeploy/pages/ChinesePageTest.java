package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChinesePageTest {
    @TempDir
    Path home;

    @Test
    void pagesAreInTheLanguageOfTheBrowser() throws Exception {
        try (Browser browser = Browser.open("zh-CN");
                PagesFixture fixture = new PagesFixture(home)) {
            Recorder stack = fixture.stack("one", "web", 2);
            stack.record(new Entry.Accepted(PagesFixture.at(1), "CREATE", "id", null));
            stack.record(PagesFixture.resource(2, "Vpc", "ALIYUN::ECS::VPC", "CREATE_COMPLETE", ""));
            stack.record(PagesFixture.resource(3, "Group", "ALIYUN::ECS::SecurityGroup", "CREATE_IN_PROGRESS", ""));
            browser.go(fixture.page());
            browser.awaitText(".stack-deploy-progress", "\u5df2\u5b8c\u6210 1 / 2");
            assertThat(browser.text("h1")).isEqualTo("\u90e8\u7f72");
            assertThat(browser.text("h2")).isEqualTo("\u8d44\u6e90\u6808 web");
            assertThat(browser.texts(".stack-deploy-resources thead th"))
                    .containsExactly(
                            "\u8d44\u6e90",
                            "\u7c7b\u578b",
                            "\u72b6\u6001",
                            "\u5f00\u59cb\u65f6\u95f4",
                            "\u8017\u65f6",
                            "\u539f\u56e0");
            browser.screenshot("zh_CN");

            stack.record(PagesFixture.ended(9, Outcome.Kind.SUCCESS, "done", Map.of()));
            browser.go(fixture.url());
            assertThat(browser.text(".app-summary"))
                    .contains("\u6210\u529f", "\u8d44\u6e90\u6808 web", "2 \u4e2a\u8d44\u6e90");
        }
    }
}
