package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JellyViewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<style>a</style> ~ inline <style>",
                "<script>a()</script> ~ inline <script>",
                "<a onclick='b()'/> ~ attribute onclick of <a>",
                "<f:entry xmlns:f='/lib/form' onclick='b()'/> ~ attribute onclick of <f:entry>",
                "<a style='color: red'/> ~ attribute style of <a>",
                "<a href=' JavaScript:b()'/> ~ javascript: in href of <a>",
                "<j:out xmlns:j='jelly:core' value='${it.reason}'/> ~ <j:out> prints without escaping",
                "<f:textbox xmlns:f='/lib/form' checkUrl='x'/> ~ checkUrl without checkDependsOn"
            })
    void forbiddenThingsAreFound(String body, String problem) throws IOException {
        assertThat(view(body).problems()).containsExactly(problem);
    }

    @Test
    void scriptsFromFilesAndDataIslandsAreAllowed() throws IOException {
        assertThat(view("<script src='x.js'/><script type='application/json'>{}</script>")
                        .problems())
                .isEmpty();
    }

    @Test
    void fieldsAreCollected() throws IOException {
        assertThat(view("<f:entry xmlns:f='/lib/form' field='region'/><f:entry xmlns:f='/lib/form' field='tags'/>")
                        .fields())
                .containsExactly("region", "tags");
    }

    @Test
    void textsAndIncludedPagesAreCollected() throws IOException {
        JellyView view = view("<f:entry xmlns:f='/lib/form' title='${%region}'/>"
                + "<st:include xmlns:st='jelly:stapler' page='target.jelly' class='${descriptor.clazz}'/>"
                + "<st:include xmlns:st='jelly:stapler' page='else.jelly' from='${descriptor}'/>");
        assertThat(view.texts()).containsExactly("region");
        assertThat(view.includes()).containsExactly("target.jelly");
    }

    private JellyView view(String body) throws IOException {
        Path file = folder.resolve("view.jelly");
        Files.writeString(file, "<?jelly escape-by-default='true'?>\n<div>" + body + "</div>\n");
        return JellyView.read(file);
    }
}
