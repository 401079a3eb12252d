package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ros.console.aliyun.com/cn-hangzhou/stacks/1",
                "https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacksets/a:b",
                "https://us-east-1.console.aws.amazon.com/cloudformation/home",
                "https://cn-north-1.console.amazonaws.cn/cloudformation/home",
                "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudformation/home",
                "https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudformation/home"
            })
    void consolesOfTheCloudsMayBeLinkedTo(String address) {
        assertThat(ConsoleLinks.allowed(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ros.console.aliyun.com/",
                "javascript:alert(1)//https://ros.console.aliyun.com/",
                "https://ros.console.aliyun.com@evil.example/",
                "https://user@ros.console.aliyun.com/",
                "https://ros.console.aliyun.com.evil.example/",
                "https://evilconsole.aws.amazon.com.example/",
                "https://eviconsole.aws.amazon.com/",
                "https://console.aws.amazon.com:8443/",
                "//ros.console.aliyun.com/",
                "https:ros.console.aliyun.com",
                "https://ros.console.aliyun.com/ <script>",
                ""
            })
    void nothingElseMay(String address) {
        assertThat(ConsoleLinks.allowed(address)).isNull();
    }

    @Test
    void noAddressIsNoLink() {
        assertThat(ConsoleLinks.allowed(null)).isNull();
    }
}
