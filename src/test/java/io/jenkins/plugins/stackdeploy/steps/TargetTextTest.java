package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTextTest {
    @Property
    void whatWasWrittenIsReadAndNothingElse(
            @ForAll("targets") List<String> targets, @ForAll("separators") String separator) {
        assertThat(TargetText.items(String.join(separator, targets))).isEqualTo(targets);
    }

    /** Whatever is typed: every item stands in the text, between separators. */
    @Property
    void noItemIsMadeUp(@ForAll("anything") String text) {
        List<String> parts =
                Arrays.stream(text.split("[,\r\n]")).map(String::strip).toList();
        assertThat(TargetText.items(text)).allSatisfy(item -> assertThat(parts).contains(item));
    }

    @Property
    void nothingIsBothAnAccountAndAUnit(@ForAll("anything") String text) {
        assertThat(StackSetRules.isAccount(text) && StackSetRules.isUnit(text)).isFalse();
        assertThat(StackSetRules.isAccount(text)).isEqualTo(text.matches("[0-9]{12}"));
        if (StackSetRules.isUnit(text)) {
            assertThat(text).matches("(ou-|r-).*");
        }
    }

    @Property
    void targetsAreNeverTakenForAFile(@ForAll("targets") List<String> targets) {
        assertThat(TargetText.isFile(String.join(",", targets))).isFalse();
    }

    @Property
    void fileOfTextsIsReadAsItIs(@ForAll("targets") List<String> targets) throws Exception {
        byte[] json = new ObjectMapper().writeValueAsBytes(targets);
        assertThat(TargetText.ofFile(json)).contains(targets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "111111222222", "{\"a\": \"b\"}", "[1]", "[[\"a\"]]", "[null]", "\"111111222222\"", "[\"a\","
            })
    void fileOfAnythingElseIsNoList(String content) {
        assertThat(TargetText.ofFile(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SourceArtifact::accounts", "accounts.txt", "targets/accounts", " a/b.json ", "My_Artifact-1::x"
            })
    void fileIsToldByItsName(String text) {
        assertThat(TargetText.isFile(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "a.txt,b.txt", "", "111111222222", "ou-1111-1example"})
    void anythingElseIsNoFile(String text) {
        assertThat(TargetText.isFile(text)).isFalse();
    }

    @Provide
    Arbitrary<List<String>> targets() {
        Arbitrary<String> account = Arbitraries.strings().numeric().ofLength(12);
        Arbitrary<String> tail = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(8)
                .ofMaxLength(32);
        Arbitrary<String> unit = tail.map(text -> "ou-" + text.substring(0, 4) + "-" + text);
        Arbitrary<String> root = tail.map(text -> "r-" + text);
        return Arbitraries.oneOf(account, unit, root).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ", ", "\n", "\r\n", " ,\n");
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars("0123456789ou-r,: \n./abc").ofMaxLength(40);
    }
}
