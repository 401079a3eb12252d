package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests are kept in plans and compared with those that a later version of the plugin computes: they must never change. */
class GoldenDigestTest {
    @ParameterizedTest
    @CsvSource({
        "network.json,    bfbc36a578e3c6ccb3fe6676269fe36a42e063d87748c398fc17eac3aa908edc",
        "wordpress.yaml,  6c51ed9f7bade9a3820536ec3f61d1d32a59b758fa7e4a3b9405b797b995e292",
        "audit-logs.yaml, 575f5488e68324f629680d47adbc859381a278990dea9a5055a7dafe6783e3c9",
        "texts.json,      32c7e8883d44500df3e2d0edc819a8a59e0c9cb0c0c34940c32e3ecddc9f6b00",
    })
    void theDigestIsWhatItAlwaysWas(String file, String digest)
            throws IOException, TemplateException, NoSuchAlgorithmException {
        Template template = Template.parse(file, read(file), TemplateLimits.ROS);

        assertThat(template.digest()).isEqualTo(digest);
        byte[] canonical = template.canonical().getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)))
                .isEqualTo(digest);
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = GoldenDigestTest.class.getResourceAsStream("golden/" + file)) {
            return in.readAllBytes();
        }
    }
}
