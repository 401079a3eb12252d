package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer that is put together in memory and sent as a whole. */
final class WebResponse {
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(body, false, StandardCharsets.UTF_8);
    private int status = 200;

    /** Adds a header. */
    void header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void setHeader(String name, String value) {
        headers.remove(name);
        header(name, value);
    }

    void html(String html) {
        text("text/html;charset=utf-8", html);
    }

    void text(String type, String text) {
        setHeader("Content-Type", type);
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void error(int code, String message) {
        status = code;
        body.reset();
        text("text/plain;charset=utf-8", message + "\n");
    }

    void redirect(String location) {
        status = 302;
        setHeader("Location", location);
    }

    /** Lets an answer that is an object answer. */
    void take(HttpResponse answer, WebRequest request) throws IOException {
        try {
            answer.generateResponse(request.asStapler(), asStapler(), null);
        } catch (ServletException failed) {
            throw new IOException(failed);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        writer.flush();
        headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean empty =
                body.size() == 0 || status == 304 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.size());
        if (!empty) {
            body.writeTo(exchange.getResponseBody());
        }
    }

    /** The response as web methods see it; what none of them has asked for yet is not there. */
    StaplerResponse2 asStapler() {
        return (StaplerResponse2) Proxy.newProxyInstance(
                WebResponse.class.getClassLoader(),
                new Class<?>[] {StaplerResponse2.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus" -> status = (int) arguments[0];
                        case "setHeader" -> setHeader((String) arguments[0], (String) arguments[1]);
                        case "addHeader" -> header((String) arguments[0], (String) arguments[1]);
                        case "setContentType" -> setHeader("Content-Type", (String) arguments[0]);
                        case "sendError" ->
                            error((int) arguments[0], arguments.length > 1 ? (String) arguments[1] : "");
                        case "sendRedirect", "sendRedirect2" -> redirect((String) arguments[0]);
                        case "setContentLength", "setCharacterEncoding" -> {
                            // The length is that of what is written, and all of it is UTF-8.
                        }
                        case "getOutputStream" -> {
                            return new Sink();
                        }
                        case "getWriter" -> {
                            return writer;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private final class Sink extends ServletOutputStream {
        @Override
        public void write(int value) {
            body.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written in one go");
        }
    }
}
