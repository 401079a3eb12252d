package io.jenkins.plugins.stackdeploy.localcloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class LocalCloudIsolationTest {
    private static final String ROOT = "io.jenkins.plugins.stackdeploy.localcloud";

    private final JavaClasses imported = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theLocalCloudKnowsNeitherJenkinsNorThePlugin() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "javax.crypto..",
                        "com.sun.net.httpserver..",
                        "com.fasterxml.jackson..",
                        "org.yaml.snakeyaml..")
                .check(imported);
    }

    @Test
    void itsPackagesBuildOnEachOtherInOneDirection() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(imported);
    }
}
