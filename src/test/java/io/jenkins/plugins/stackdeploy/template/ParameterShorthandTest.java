package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterShorthandTest {
    private static Map<String, String> values(String text) throws TemplateException {
        return ParameterShorthand.parse(text).parameters().all().stream()
                .collect(Collectors.toMap(Parameter::key, Parameter::value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ParameterKey=BucketName,ParameterValue=my-bucket             | my-bucket",
                "parameterKey=BucketName,parameterValue=my-bucket             | my-bucket",
                "ParameterValue=my-bucket,ParameterKey=BucketName             | my-bucket",
                "ParameterKey=BucketName, ParameterValue=my-bucket            | my-bucket",
                "ParameterKey=BucketName,ParameterValue=\"a, b=c\"            | a, b=c",
                "ParameterKey=BucketName,ParameterValue='a, \"b\"'            | a, \"b\"",
                "ParameterKey=BucketName,ParameterValue=\"a\\\"b\\\\c\\d\"    | a\"b\\c\\d",
                "ParameterKey=BucketName,ParameterValue=subnet-1\\,subnet-2   | subnet-1,subnet-2",
                "ParameterKey=BucketName,ParameterValue=C:\\dir\\x            | C:\\dir\\x",
                "ParameterKey=BucketName,ParameterValue=a=b==                 | a=b==",
                "ParameterKey=BucketName,ParameterValue=it's                  | it's",
                "ParameterKey=BucketName,ParameterValue=                      | ``",
                "ParameterKey=\"BucketName\",ParameterValue=\"\"              | ``",
                "ParameterKey=BucketName,ParameterValue=x,UsePreviousValue=false | x",
            })
    void oneEntryIsRead(String text, String value) throws TemplateException {
        assertThat(values(text)).isEqualTo(Map.of("BucketName", value));
    }

    @Test
    void severalEntriesAreReadInOrder() throws TemplateException {
        Parameters parameters = ParameterShorthand.parse("""
                        ParameterKey=B,ParameterValue=true  ParameterKey=A,UsePreviousValue=True
                        \tParameterKey=C
                        """).parameters();

        assertThat(parameters.all())
                .containsExactly(
                        Parameter.value("B", "true", ParameterSource.SHORTHAND),
                        Parameter.previous("A", ParameterSource.SHORTHAND),
                        Parameter.reset("C", ParameterSource.SHORTHAND));
    }

    @Test
    void nothingIsNoParameters() throws TemplateException {
        assertThat(ParameterShorthand.parse(" \n").parameters().isEmpty()).isTrue();
    }

    @Test
    void resolvedValuesAreLeftOutWithANote() throws TemplateException {
        ParameterShorthand read = ParameterShorthand.parse("ParameterKey=A,ParameterValue=/x,ResolvedValue=hunter2");

        assertThat(read.parameters().all()).containsExactly(Parameter.value("A", "/x", ParameterSource.SHORTHAND));
        assertThat(read.notes())
                .containsExactly("Parameter \"A\": ResolvedValue is ignored, because only the cloud can tell it.");
    }

    @Test
    void theSameEntryTwiceIsOne() throws TemplateException {
        assertThat(values("ParameterKey=A,ParameterValue=1 ParameterKey=A,ParameterValue=1"))
                .isEqualTo(Map.of("A", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BucketName=hunter2                                  | parameters:1:1: Here must stand ParameterKey=",
                "ParameterKey                                        | parameters:1:1: Here must stand ParameterKey=",
                "ParameterKey=A,ParameterValue=x,hunter2             | parameters:1:33: Here must stand ParameterKey=",
                "ParameterKey=A,ParameterValue=my hunter2            | parameters:1:34: Here must stand ParameterKey=",
                "ParameterKey=A,                                     | parameters:1:16: Here must stand ParameterKey=",
                "ParameterKey=A,ParameterValue=\"hunter2             | parameters:1:31: The quote that opens here",
                "ParameterKey=A,ParameterValue=\"a\"hunter2          | parameters:1:34: A comma or a blank must follow",
                "ParameterKey=A,ParameterValue=1,ParameterKey=B      | parameters:1:33: This field is given a second time",
                "ParameterKey=A,ParameterValue=hunter2,UsePreviousValue=true | parameters:1:1: Parameter \"A\" has a ParameterValue and",
                "ParameterKey=A,UsePreviousValue=hunter2             | parameters:1:1: Parameter \"A\": UsePreviousValue must be",
                "ParameterValue=hunter2                              | parameters:1:1: This entry has no ParameterKey",
                "ParameterKey=,ParameterValue=hunter2                | parameters:1:1: This entry has no ParameterKey",
                "ParameterKey=A,ParameterValue=hunter2 ParameterKey=A,ParameterValue=x | parameters:1:39: Parameter \"A\" is given twice",
            })
    void mistakesAreToldWithTheirPlaceAndWithoutValues(String text, String message) {
        assertThatThrownBy(() -> ParameterShorthand.parse(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("hunter");
    }

    @Test
    void onlyWhatNeedsQuotesIsQuoted() {
        assertThat(ParameterShorthand.print(Parameters.of(List.of(
                        Parameter.value("A", "my-bucket", ParameterSource.MAP),
                        Parameter.value("B", "a b\"\\", ParameterSource.MAP),
                        Parameter.previous("C", ParameterSource.MAP),
                        Parameter.reset("D", ParameterSource.MAP)))))
                .isEqualTo("ParameterKey=A,ParameterValue=my-bucket"
                        + " ParameterKey=B,ParameterValue=\"a b\\\"\\\\\""
                        + " ParameterKey=C,UsePreviousValue=true"
                        + " ParameterKey=D");
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll("parameters") List<Parameter> given) throws TemplateException {
        Parameters parameters = Parameters.of(given);

        assertThat(ParameterShorthand.parse(ParameterShorthand.print(parameters))
                        .parameters())
                .isEqualTo(parameters);
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withChars(" ,='\"\\\n\ta").ofMaxLength(10));
        Arbitrary<String> keys = texts.filter(key -> !key.isEmpty());
        Arbitrary<Parameter> given = Arbitraries.oneOf(
                Combinators.combine(keys, texts)
                        .as((key, value) -> Parameter.value(key, value, ParameterSource.SHORTHAND)),
                keys.map(key -> Parameter.previous(key, ParameterSource.SHORTHAND)),
                keys.map(key -> Parameter.reset(key, ParameterSource.SHORTHAND)));
        return given.list().ofMaxSize(6).uniqueElements(Parameter::key);
    }
}
