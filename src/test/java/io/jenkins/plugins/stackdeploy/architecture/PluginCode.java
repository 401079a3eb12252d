package io.jenkins.plugins.stackdeploy.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of the plugin itself, without the stand-in and the tests. */
final class PluginCode {
    static final String ROOT = "io.jenkins.plugins.stackdeploy.";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location ->
                    !location.contains("/stackdeploy/embedded/") && !location.contains("/stackdeploy/localcloud/"))
            .importPackages("io.jenkins.plugins.stackdeploy");

    private PluginCode() {}
}
