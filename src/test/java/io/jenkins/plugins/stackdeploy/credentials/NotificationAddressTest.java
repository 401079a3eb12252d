package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jenkins.example.com/",
                "https://example.com:8443/jenkins",
                "http://127.0.0.1:8080/",
                "http://localhost:8080/jenkins/",
                "http://[::1]:8080/"
            })
    void anAddressThatNobodyOverhearsIsUsed(String rootUrl) {
        assertThat(NotificationAddress.problem(rootUrl)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://jenkins.example.com/, does not begin with https://",
        "http://127.0.0.1.example.com/, does not begin with https://",
        "ftp://127.0.0.1/, does not begin with https://",
        "https:///jenkins, does not begin with https://",
        "https://b\u00fccher.example/, does not begin with https://",
        "not an address, does not begin with https://",
        "'', does not know its own address",
        ", does not know its own address"
    })
    void anyOtherIsNot(String rootUrl, String why) {
        assertThat(NotificationAddress.problem(rootUrl)).get().asString().contains(why);
    }

    @Test
    void theWholeAddressMustFitIntoARequest() {
        String longest = "https://jenkins.example.com/".concat("x".repeat(1_024 - 28 - 85));

        assertThat(NotificationAddress.of(longest, "f".repeat(64))).hasSize(1_024);
        assertThat(NotificationAddress.problem(longest)).isEmpty();
        assertThat(NotificationAddress.problem(longest + "x")).get().asString().contains("too long");
    }

    @Test
    void theTokenComesLast() {
        assertThat(NotificationAddress.of("https://example.com/jenkins", "t"))
                .isEqualTo("https://example.com/jenkins/stack-deploy-notify/t")
                .isEqualTo(NotificationAddress.of("https://example.com/jenkins/", "t"));
    }
}
