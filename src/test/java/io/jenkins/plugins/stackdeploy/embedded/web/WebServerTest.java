package io.jenkins.plugins.stackdeploy.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    @TempDir
    Path home;

    private EmbeddedJenkins jenkins;
    private String url;

    @BeforeEach
    void start() throws IOException {
        jenkins = EmbeddedJenkins.start(home, null);
        url = jenkins.serve(0);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    @Test
    void itsAddressIsThatOfJenkins() {
        assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/");
        assertThat(jenkins.jenkins().getRootUrl()).isEqualTo(url);
    }

    @Test
    void itIsReachedOnTheLoopbackInterfaceAlone() throws IOException {
        int port = URI.create(url).getPort();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> socket.connect(new InetSocketAddress(other, port), 2_000))
                        .as(other.toString())
                        .isInstanceOf(ConnectException.class);
            }
        }
        assertThat(InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void aPostWithoutACrumbIsRefused() throws Exception {
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.noBody());

        assertThat(send(post).statusCode()).isEqualTo(403);
        assertThat(send(post.copy().header("Jenkins-Crumb", "0".repeat(64))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyIsLoggedInUnlessTheAddressSaysWho() throws Exception {
        assertThat(get("").body()).contains("<span>anonymous</span>");
        HttpResponse<String> alice = get("?as=alice%20b");
        assertThat(alice.body()).contains("<span>alice b</span>");
        assertThat(alice.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("as=alice%20b;"));
        HttpRequest.Builder later = HttpRequest.newBuilder(URI.create(url)).header("Cookie", "x=y; as=alice%20b");
        assertThat(send(later).body()).contains("<span>alice b</span>");
    }

    @Test
    void everyPageForbidsInlineScriptsAndStyles() throws Exception {
        assertThat(get("").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self';", "style-src 'self';")
                        .doesNotContain("unsafe"));
    }

    @Test
    void scriptsOfThePluginAreServed() throws Exception {
        HttpResponse<String> script = get("static/stand-in/plugin/stack-deploy/deployments/main.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static/stand-in/plugin/stack-deploy/..%2f..%2f..%2fpom.xml",
                "static/stand-in/plugin/stack-deploy/deployments",
                "static/stand-in/nothing.css",
                "job/nothing/",
                "job/nothing/1/deployments/data",
                "class/",
                "jenkins/"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }
}
