package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> placeholders(String message) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d+}").matcher(message).results().forEach(match -> found.add(match.group()));
        return found;
    }

    @Test
    void chineseIsCompleteAndHasTheSamePlaceholders() throws IOException {
        Properties english = load("Messages.properties");
        Properties chinese = load("Messages_zh_CN.properties");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            // An apostrophe that is not doubled would swallow the placeholders behind it.
            Object[] arguments = {"<0>", "<1>", "<2>"};
            assertThat(MessageFormat.format(chinese.getProperty(key), arguments))
                    .doesNotContain("{");
            assertThat(MessageFormat.format(english.getProperty(key), arguments))
                    .doesNotContain("{");
        });
    }

    @Test
    void filesAreAscii() throws IOException {
        for (String file : new String[] {"Messages.properties", "Messages_zh_CN.properties"}) {
            try (InputStream in = MessagesTest.class.getResourceAsStream(file)) {
                assertThat(StandardCharsets.US_ASCII
                                .newEncoder()
                                .canEncode(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                        .as(file)
                        .isTrue();
            }
        }
    }
}
