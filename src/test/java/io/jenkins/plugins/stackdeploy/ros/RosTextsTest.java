package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.stackdeploy.engine.HttpProxy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, endpoints, and what never shows a secret. */
class RosTextsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00:00, 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00Z, 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:36.000000, 2026-11-22T08:00:36Z",
        "2026-11-22T08:00:36.123456Z, 2026-11-22T08:00:36.123456Z",
        "' 2026-11-22T08:00:00 ', 2026-11-22T08:00:00Z"
    })
    void timesAreUtcWithOrWithoutZAndMicroseconds(String text, Instant time) {
        assertThat(RosTimes.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "yesterday", "2026-13-01T00:00:00", "2026-11-22"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(RosTimes.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ros.aliyuncs.com, ros.aliyuncs.com, true",
        "' https://ros.aliyuncs.com/ ', ros.aliyuncs.com, true",
        "HTTPS://ros.aliyuncs.com:8443, ros.aliyuncs.com:8443, true",
        "http://127.0.0.1:4510, 127.0.0.1:4510, false",
        "[::1]:4510, [::1]:4510, true"
    })
    void endpointsAreHostsOrUrlsWithoutAPath(String text, String host, boolean https) {
        assertThat(RpcEndpoint.parse(text)).isEqualTo(new RpcEndpoint(host, https));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "ftp://host",
                "https://host/path",
                "https://user:password@host",
                "host?x=y",
                "host:port",
                "host name",
                "-host",
                "https://https://host"
            })
    void whatIsNoEndpointIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> RpcEndpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ros.aliyuncs.com");
    }

    @Test
    void theTextOfWhatHoldsASecretDoesNotShowIt() {
        assertThat(new AccessKey("LTAI", "s3cret", "t0ken", null))
                .asString()
                .contains("LTAI")
                .doesNotContain("s3cret", "t0ken");
        assertThat(new HttpProxy("http://user:s3cret@proxy:3128")).asString().doesNotContain("s3cret");
        assertThat(new RosParameter("Password", "s3cret", true)).asString().isEqualTo("Password");
    }
}
