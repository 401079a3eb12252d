package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void aFileOfExactlyTheLimitIsRead() throws TemplateException {
        byte[] content = "\uFEFFabc中".getBytes(StandardCharsets.UTF_8);

        assertThat(SourceText.decode("f", content, SourceText.start("f", content, 6)))
                .isEqualTo("abc中");
        assertThatThrownBy(() -> SourceText.start("f", content, 5))
                .hasMessage("f: The file has 6 bytes, but at most 5 are allowed.");
    }

    @Test
    void theLimitsAreThoseOfTheClouds() {
        assertThat(TemplateLimits.ROS.maxBytes()).isEqualTo(524_288);
        assertThat(TemplateLimits.CLOUDFORMATION_INLINE.maxBytes()).isEqualTo(51_200);
        assertThat(TemplateLimits.CLOUDFORMATION_S3.maxBytes()).isEqualTo(1_048_576);
    }

    @Test
    void otherEncodingsAreToldApart() {
        assertThatThrownBy(() -> SourceText.start("f", "a: 1".getBytes(StandardCharsets.UTF_16), 99))
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> SourceText.decode("f", new byte[] {'a', '\n', 'b', (byte) 0xE9, 'c'}, 0))
                .hasMessageStartingWith("f:2:2: The bytes from here on are not UTF-8");
        assertThatThrownBy(() -> SourceText.decode("f", new byte[] {'a', (byte) 0xE4, (byte) 0xB8}, 0))
                .hasMessageStartingWith("f:1:2: The bytes from here on are not UTF-8");
    }

    @Test
    void aReplacementCharacterMayStandForItself() throws TemplateException {
        assertThat(SourceText.decode("f", "a\uFFFDb".getBytes(StandardCharsets.UTF_8), 0))
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void controlCharactersAreNamedWithTheirPlace() {
        assertThatThrownBy(() -> SourceText.requirePrintable("f", "a\nb\0"))
                .hasMessageStartingWith("f:2:2: The character U+0000 is not allowed");
    }
}
