package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void theLastLayerWinsAndKeepsThePlace() {
        Parameters parameters = Parameters.of(List.of(
                        Parameter.value("A", "file", ParameterSource.FILE),
                        Parameter.value("B", "file", ParameterSource.FILE)))
                .with(ParameterSource.BUILD, Map.of("A", "build"))
                .with(ParameterSource.MAP, Map.of("A", "map", "C", "map"));

        assertThat(parameters.all()).extracting(Parameter::key).containsExactly("A", "B", "C");
        assertThat(parameters.all()).extracting(Parameter::value).containsExactly("map", "file", "map");
    }

    @Test
    void sourcesAreToldByNameOnly() {
        Parameters parameters = Parameters.empty()
                .with(ParameterSource.FILE, Map.of("Password", "hunter2"))
                .with(ParameterSource.BUILD, Map.of("Password", "hunter3"))
                .with(ParameterSource.SECRET, Map.of("Password", "hunter4"));

        assertThat(parameters.describeSources())
                .containsExactly(new ParameterOrigin(
                        "Password",
                        ParameterSource.SECRET,
                        List.of(ParameterSource.FILE, ParameterSource.BUILD),
                        true,
                        false));
        assertThat(parameters.toString()).isEqualTo("[Password (SECRET over [FILE, BUILD])]");
    }

    @Test
    void whatWasSecretOnceStaysHidden() {
        Parameters parameters = Parameters.empty()
                .with(ParameterSource.SECRET, Map.of("A", "x"))
                .with(ParameterSource.MAP, Map.of("A", "y"));

        assertThat(parameters.get("A")).hasValueSatisfying(parameter -> {
            assertThat(parameter.secret()).isTrue();
            assertThat(parameter.value()).isEqualTo("y");
        });
    }

    @Test
    void noValueIsEverInAText() {
        Parameter plain = Parameter.value("A", "hunter2", ParameterSource.MAP);

        assertThat(plain.toString()).isEqualTo("A (MAP)");
        assertThat(Parameters.of(List.of(plain)).toString()).isEqualTo("[A (MAP)]");
        assertThatThrownBy(() -> new Parameter("A", "hunter2", true, true, ParameterSource.SECRET, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Parameter A has a value and keeps the previous one");
    }

    @Test
    void aNullInAMapResets() {
        Map<String, String> values = new HashMap<>();
        values.put("A", null);

        assertThat(Parameters.of(values).all()).containsExactly(Parameter.reset("A", ParameterSource.MAP));
    }

    @Test
    void aKeyIsNeverThereTwice() {
        Parameter a = Parameter.value("A", "1", ParameterSource.FILE);

        assertThatThrownBy(() -> Parameters.of(List.of(a, a))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parameter.value("", "1", ParameterSource.FILE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
