package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser or script. */
final class WebClient {
    private static final Pattern CRUMB = Pattern.compile("data-crumb-value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String user;

    /** @param user null for anonymous */
    WebClient(String root, String user) {
        this.root = root;
        this.user = user;
    }

    /** An answer. */
    record Answer(int status, String body, String tag) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (user != null) {
            request.header("Cookie", "as=" + user);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(null));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    Answer getUnless(String tag, String path) throws IOException, InterruptedException {
        return send(request(path).header("If-None-Match", tag));
    }

    Answer postWithoutCrumb(String path) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer post(String path) throws IOException, InterruptedException {
        return send(request(path).header("Jenkins-Crumb", crumb()).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Jenkins-Crumb", crumb())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As any page of this user has it. */
    private String crumb() throws IOException, InterruptedException {
        Matcher found = CRUMB.matcher(get("").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
