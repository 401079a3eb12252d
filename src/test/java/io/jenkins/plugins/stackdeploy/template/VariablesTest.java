package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    @Test
    void variablesAreFoundInTheirOrderAndLiteralsAreNot() {
        assertThat(Variables.of("${A}-${ B.C } $HOME ${!Literal} ${} ${A} ${open"))
                .containsExactly("A", "B.C", "A");
    }

    @Property
    void whatCountsAsAVariableIsWhatThePatternSays(@ForAll @Chars({'$', '{', '}', '!', 'a'}) String text) {
        List<String> expected = VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(1))
                .toList();

        assertThat(Variables.of(text)).isEqualTo(expected);
    }
}
