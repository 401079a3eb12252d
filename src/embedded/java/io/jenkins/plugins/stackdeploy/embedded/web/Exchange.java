package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A request with its answer; the answer is sent as a whole. */
final class Exchange {
    private static final int NO_BODY = -1;

    private final HttpExchange exchange;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    Exchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    void text(int code, String text) {
        answer(code, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void answer(int code, String type, byte[] bytes) {
        status = code;
        set("Content-Type", type);
        body.reset();
        body.writeBytes(bytes);
    }

    void send() throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.size() == 0 ? NO_BODY : body.size());
        if (body.size() > 0) {
            exchange.getResponseBody().write(body.toByteArray());
        }
        exchange.close();
    }

    /** What the plugin's code reads of a request. */
    StaplerRequest2 request() {
        return proxy(StaplerRequest2.class, (self, method, arguments) -> switch (method.getName()) {
            case "getInputStream" -> new Input(exchange.getRequestBody());
            case "getContentType" -> header("Content-Type");
            case "getHeader" -> header((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    /** What the plugin's code says in an answer. */
    StaplerResponse2 response() {
        return proxy(StaplerResponse2.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> set((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> set("Content-Type", (String) arguments[0]);
                case "getOutputStream" -> {
                    return new Output(body);
                }
                default -> throw new UnsupportedOperationException(method.toString());
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Input extends ServletInputStream {
        private final InputStream in;

        Input(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("answers are given by the thread that asks");
        }
    }

    private static final class Output extends ServletOutputStream {
        private final ByteArrayOutputStream out;

        Output(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are given by the thread that asks");
        }
    }
}
