package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kohsuke.stapler.StaplerRequest2;

/** A request, read to the end. */
final class WebRequest {
    static final String CRUMB_FIELD = "Jenkins-Crumb";

    private final HttpExchange exchange;
    private final Map<String, String> query;
    private final Map<String, String> form;
    private final byte[] body;
    private String restOfPath = "";

    private WebRequest(HttpExchange exchange, Map<String, String> query, byte[] body, Map<String, String> form) {
        this.exchange = exchange;
        this.query = query;
        this.body = body;
        this.form = form;
    }

    static WebRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean isForm = type != null && type.startsWith("application/x-www-form-urlencoded");
        return new WebRequest(
                exchange,
                decode(exchange.getRequestURI().getRawQuery()),
                body,
                isForm ? decode(new String(body, StandardCharsets.UTF_8)) : Map.of());
    }

    private static Map<String, String> decode(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String method() {
        return exchange.getRequestMethod();
    }

    boolean isPost() {
        return method().equals("POST");
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The parts of the path, as they were before they were encoded. */
    List<String> steps() {
        return List.of(exchange.getRequestURI().getRawPath().split("/")).stream()
                .filter(step -> !step.isEmpty())
                .map(step -> decoded(step.replace("+", "%2B")))
                .toList();
    }

    /** What the URL has left after the object that answers. */
    void restOfPath(List<String> steps) {
        restOfPath = steps.stream().map(step -> "/" + step).collect(Collectors.joining());
    }

    /** @return null if there is none */
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** @return null if there is none */
    String query(String name) {
        return query.get(name);
    }

    /** @return the parameter of the query or the form; null if there is none */
    String parameter(String name) {
        return query.containsKey(name) ? query.get(name) : form.get(name);
    }

    /** @return null if there is none */
    String cookie(String name) {
        String header = header("Cookie");
        if (header != null) {
            for (String pair : header.split(";")) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return decoded(parts[1]);
                }
            }
        }
        return null;
    }

    /** @return whether the crumb came along, in a header or a field of the form */
    boolean hasCrumb(String crumb) {
        String given = header(CRUMB_FIELD);
        return crumb.equals(given == null ? form.get(CRUMB_FIELD) : given);
    }

    /** The request as web methods see it; what none of them has asked for yet is not there. */
    StaplerRequest2 asStapler() {
        return (StaplerRequest2) Proxy.newProxyInstance(
                WebRequest.class.getClassLoader(),
                new Class<?>[] {StaplerRequest2.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> header((String) arguments[0]);
                    case "getParameter" -> parameter((String) arguments[0]);
                    case "hasParameter" -> parameter((String) arguments[0]) != null;
                    case "getMethod" -> method();
                    case "getRequestURI", "getPathInfo" -> path();
                    case "getRestOfPath" -> restOfPath;
                    case "getContentType" -> header("Content-Type");
                    case "getInputStream" -> new BodyStream(body);
                    case "getLocale" -> org.jvnet.localizer.LocaleProvider.getLocale();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
