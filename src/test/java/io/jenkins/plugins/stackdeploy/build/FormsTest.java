package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The forms against the classes that they fill, and against the texts that they show. */
class FormsTest {
    private final List<Form> forms = Form.all();

    @Test
    void everyFieldIsBoundToAProperty() {
        assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(
                        form.described().properties())
                .as(form.toString())
                .containsAll(form.fields()));
    }

    /**
     * Maps and lists are for scripts; their twins of that name with "Text" or "File" are in the form. The gate takes a plan from a
     * script, and from a file only as a build step.
     */
    @Test
    void everyPropertyHasAFieldUnlessItIsForScripts() {
        assertThat(forms).isNotEmpty().allSatisfy(form -> {
            SortedSet<String> properties = form.described().properties();
            assertThat(properties)
                    .as(form.toString())
                    .filteredOn(property ->
                            !properties.contains(property + "Text") && !properties.contains(property + "File"))
                    .filteredOn(property -> !(form + "." + property).equals("ManualGateStep.plan"))
                    .isSubsetOf(form.fields());
        });
    }

    @Test
    void everyTextOfAViewIsInItsBundleAndNoOther() {
        List<Path> views = Repository.files(Repository.MAIN_RESOURCES, name -> name.endsWith(".jelly"));
        assertThat(views).isNotEmpty().allSatisfy(view -> {
            Path bundle = Path.of(view.toString().replace(".jelly", ".properties"));
            Set<String> texts = Files.exists(bundle) ? TextBundle.read(bundle).keys() : Set.of();
            assertThat(JellyView.read(view).texts()).as(view.toString()).isEqualTo(texts);
        });
    }
}
