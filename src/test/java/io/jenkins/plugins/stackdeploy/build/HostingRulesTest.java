package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the Jenkins project's hosting checker asks of a plugin's POM and files, so that the day of hosting brings no
 * surprise. Source: jenkins-infra/repository-permissions-updater, package {@code hosting}; docs/hosting.md has the list.
 */
class HostingRulesTest {
    private final Pom pom = Pom.read("jenkins-pom.xml");

    @Test
    void parentIsThePluginPomAndRecentEnough() {
        assertThat(pom.text("/project/parent/groupId")).isEqualTo("org.jenkins-ci.plugins");
        assertThat(pom.text("/project/parent/artifactId")).isEqualTo("plugin");
        assertThat(major(pom.text("/project/parent/version"))).isGreaterThanOrEqualTo(6);
        assertThat(minor(pom.text("/project/parent/version"))).isGreaterThanOrEqualTo(2211);
    }

    @Test
    void bomIsOfTheBaseline() {
        String bom = "/project/dependencyManagement/dependencies/dependency";
        assertThat(pom.texts(bom + "/artifactId")).containsExactly("bom-" + pom.property("jenkins.baseline") + ".x");
        assertThat(pom.property("jenkins.version")).startsWith(pom.property("jenkins.baseline") + ".");
    }

    /** The BOM gives every plugin's version; alibabacloud-credentials is the one it does not know. */
    @Test
    void pluginsThatTheBomKnowsHaveNoVersionOfTheirOwn() {
        assertThat(pom.dependencies())
                .filteredOn(PomDependency::isPlugin)
                .filteredOn(dependency -> !dependency.version().isEmpty())
                .extracting(PomDependency::artifactId)
                .containsExactly("alibabacloud-credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "hpi.strictBundledArtifacts,true",
        "spotless.check.skip,false",
        "ban-junit4-imports.skip,false",
        "ban-deprecated-stapler.skip,false",
        "ban-commons-lang-2.skip,false",
        "banObsoleteDependencyOverrides.skip,false"
    })
    void strictnessIsOn(String property, String value) {
        assertThat(pom.property(property)).isEqualTo(value);
    }

    @Test
    void namesFollowTheRules() {
        String artifactId = pom.text("/project/artifactId");
        assertThat(pom.text("/project/groupId")).isEqualTo("io.jenkins.plugins");
        assertThat(artifactId).isLowerCase().doesNotContain("jenkins").hasSizeLessThan(37);
        assertThat(pom.text("/project/name")).doesNotContainIgnoringCase("jenkins");
        assertThat(pom.text("/project/url")).isEqualTo("https://github.com/jenkinsci/" + artifactId + "-plugin");
    }

    @Test
    void licenceAndSourcesAreNamedAndDevelopersAreNot() {
        assertThat(pom.texts("/project/licenses/license/name")).containsExactly("MIT License");
        assertThat(List.of("connection", "developerConnection", "url"))
                .allSatisfy(element ->
                        assertThat(pom.text("/project/scm/" + element)).contains("https://github.com/jenkinsci/"));
        assertThat(pom.text("/project/scm/tag")).isEqualTo("${scmTag}");
        assertThat(pom.texts("/project/developers")).isEmpty();
    }

    @Test
    void repositoriesAreReachedOverHttps() {
        assertThat(pom.texts("/project/repositories/repository/url | /project/pluginRepositories/pluginRepository/url"))
                .hasSize(2)
                .containsOnly("https://repo.jenkins-ci.org/public/");
    }

    @Test
    void filesThatHostingAsksForAreThere() {
        assertThat(Repository.text(Repository.ROOT.resolve(".github/CODEOWNERS"))
                        .lines())
                .contains("* @jenkinsci/stack-deploy-plugin-developers");
        assertThat(Repository.text(Repository.ROOT.resolve(".gitignore")).lines())
                .contains("target/", "work/");
        assertThat(Repository.ROOT.resolve(".github/workflows/jenkins-security-scan.yml"))
                .isNotEmptyFile();
        assertThat(Repository.ROOT.resolve(".github/renovate.json")).isNotEmptyFile();
        assertThat(Repository.ROOT.resolve("LICENSE")).isNotEmptyFile();
        assertThat(Repository.files(Repository.ROOT.resolve(".github"), name -> name.startsWith("release-drafter")))
                .as("continuous delivery writes the release notes itself")
                .isEmpty();
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.", -1)[0]);
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.", -1)[1]);
    }
}
