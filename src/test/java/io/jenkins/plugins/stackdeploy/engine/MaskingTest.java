package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "hunter2,           the password hunter2 is bad,  the password **** is bad",
        "hunter2,           hunter2hunter2,               ****",
        "abcd|cdef,         abcdef,                       ****",
        "cdef|abcd,         xabcdefx,                     x****x",
        "abc|abcdef,        abcdef abc,                   **** ****",
        "aba,               ababa!,                       ****!",
        "*,                 a*b hunter2,                  a****b hunter2",
        "'',                nothing to hide,              nothing to hide"
    })
    void secretsAreHiddenWholeEvenWhereTheyOverlap(String secrets, String text, String hidden) {
        assertThat(new Masking(Arrays.asList(secrets.split("\\|"))).hide(text)).isEqualTo(hidden);
    }

    @Property(tries = 500)
    void noSecretIsLeftAndWhatIsLeftWasThere(
            @ForAll @Size(max = 3)
                    List<@CharRange(from = 'a', to = 'c') @StringLength(min = 2, max = 4) String> secrets,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 30) String text) {
        String hidden = new Masking(secrets).hide(text);

        List<String> remains = new ArrayList<>(List.of(hidden.split("\\*{4}")));
        assertThat(remains).allSatisfy(part -> {
            assertThat(text).contains(part);
            assertThat(secrets).noneMatch(part::contains);
        });
    }

    @Test
    void aKeyOfSeveralLinesIsHiddenLineByLine() {
        Masking masking = new Masking(List.of("-----BEGIN KEY-----\nMIIEvQIBADAN\n}\n-----END KEY-----\n"));

        assertThat(masking.hide("MIIEvQIBADAN {}")).isEqualTo("**** {}");
    }

    @Test
    void nullIsNoTextAndNoSecret() {
        assertThat(new Masking(Arrays.asList(null, "")).hide("text")).isEqualTo("text");
        assertThat(Masking.NONE.hide(null)).isNull();
    }

    @Test
    void aConsoleIsMaskedLineByLine() {
        List<String> lines = new ArrayList<>();

        new Masking(List.of("hunter2")).over(lines::add).lines(List.of("one hunter2", "two"));

        assertThat(lines).containsExactly("one ****", "two");
    }
}
