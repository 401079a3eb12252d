package io.jenkins.plugins.stackdeploy.steps;

import java.util.Map;

/** The arguments of steps that deploy a template with parameters and tags. All may be null. */
interface TemplateArguments {
    /** A file of the workspace. */
    String getTemplate();

    /** The template itself. */
    String getTemplateBody();

    /** Values by name; for scripts. */
    Map<String, Object> getParameters();

    /** Lines of {@code KEY=VALUE}, or {@code ParameterKey=K,ParameterValue=V}; for forms. */
    String getParametersText();

    /** A file of the workspace. */
    String getParametersFile();

    /** Whether parameters of the build that the template declares are taken. */
    boolean isParametersFromBuild();

    /** Credentials ids by parameter; for scripts. */
    Map<String, Object> getSecretParameters();

    /** Lines of {@code PARAMETER=CREDENTIALS-ID}; for forms. */
    String getSecretParametersText();

    /** Values by key; for scripts. */
    Map<String, Object> getTags();

    /** Lines of {@code KEY=VALUE}; for forms. */
    String getTagsText();

    /** Whether any of them is a file of the workspace. */
    default boolean nameFiles() {
        return getTemplate() != null || getParametersFile() != null || Artifact.isNamed(getParametersText());
    }

    /** Whether any of them gives a parameter. */
    default boolean giveParameters() {
        return getParameters() != null
                || getParametersText() != null
                || getParametersFile() != null
                || isParametersFromBuild()
                || getSecretParameters() != null
                || getSecretParametersText() != null;
    }
}
