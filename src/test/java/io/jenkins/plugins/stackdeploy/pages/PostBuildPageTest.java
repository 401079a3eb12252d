package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.approval.ManualGateStep;
import io.jenkins.plugins.stackdeploy.approval.PostBuildGate;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate after a build, in a browser: from the page of the build to what is started. */
class PostBuildPageTest {
    @Test
    void approvalIsFollowedToWhatItStarts(@TempDir Path folder) throws Exception {
        ManualGateStep step = new ManualGateStep("Release to production");
        step.setApprovers("@ops");
        Path sources = Files.createDirectories(folder.resolve("sources"));
        try (Browser browser = Browser.open("en-US");
                EmbeddedJenkins jenkins = EmbeddedJenkins.builder(folder.resolve("home"))
                        .freestyle("shop", List.of(), List.of(new PostBuildGate(step, "deploy")), sources)
                        .freestyle("deploy", List.of(), List.of(), sources)
                        .start()) {
            jenkins.addUser("bob", "Bob B", "ops");
            String root = jenkins.serve(0);
            jenkins.freestyle("shop").schedule(Map.of(), "alice").awaitResult(Browser.LIMIT);
            browser.go(root + "job/shop/1/?as=bob");
            assertThat(browser.texts(".app-summary li"))
                    .containsExactly("Waiting for approval.", "Starts when approved: deploy.");
            browser.one(".app-summary a").click();

            browser.one(".jenkins-button--primary").click();

            browser.awaitText(".stack-deploy-gate-notes", "Started: deploy #1.");
            browser.screenshot("post-build-gate");
            browser.go(root + "job/shop/1/");
            assertThat(browser.texts(".app-summary li")).containsExactly("Approved.", "Started: deploy #1.");
            assertThat(browser.errors()).isEmpty();
            browser.go("about:blank");
        }
    }
}
