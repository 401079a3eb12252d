package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What Jenkins serves below its {@code resURL}: the plugin's own files from {@code src/main/webapp}, and a small style sheet
 * that has the names of Jenkins' own.
 */
final class StaticFiles implements HttpHandler {
    static final String URL = "/static/stand-in";

    private static final String PLUGIN = URL + "/plugin/stack-deploy/";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Path webapp;

    StaticFiles() {
        this.webapp = webapp();
    }

    /** The stand-in is never packed: its classes are always in target/classes of the source tree. */
    private static Path webapp() {
        try {
            Path classes = Path.of(StaticFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../../src/main/webapp").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] content = path.startsWith(PLUGIN) ? ofPlugin(path.substring(PLUGIN.length())) : ofJenkins(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String ending = path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private byte[] ofPlugin(String name) throws IOException {
        Path file = webapp.resolve(name).normalize();
        return file.startsWith(webapp) && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    private static byte[] ofJenkins(String path) throws IOException {
        if (!path.equals(URL + "/jenkins.css")) {
            return null;
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream("jenkins.css")) {
            return in.readAllBytes();
        }
    }
}
