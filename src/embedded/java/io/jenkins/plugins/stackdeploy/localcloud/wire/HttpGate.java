package io.jenkins.plugins.stackdeploy.localcloud.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens on 127.0.0.1, hands whole requests to a function and delivers its answers, broken ones included. */
public final class HttpGate implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(HttpGate.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int SLOW_PIECES = 20;

    // Read once, when the first server of the process is made: a process that has others sets these on its command
    // line.
    static {
        // The JDK's server sends headers and body in two writes: with Nagle's algorithm each answer may wait 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Some SDKs put the template into the query, and 512 KB grow threefold when they are percent-encoded.
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", String.valueOf(2 * 1024 * 1024));
    }

    private final Function<WireRequest, Reply> handler;
    private final ExecutorService workers = Executors.newCachedThreadPool(daemons("local-cloud-worker"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("local-cloud-timer"));
    private final int port;
    private HttpServer server;

    /**
     * Starts listening.
     *
     * @param port a TCP port, or 0 for any free one
     * @param handler called on worker threads, several at a time
     * @throws IOException if the port cannot be bound
     */
    public HttpGate(int port, Function<WireRequest, Reply> handler) throws IOException {
        this.handler = handler;
        this.server = listen(port);
        this.port = server.getAddress().getPort();
    }

    /** Returns the TCP port, the same for the life of this object. */
    public int port() {
        return port;
    }

    /**
     * Closes the listening socket and every connection, so that clients are refused.
     *
     * @param duration real time after which it listens again
     */
    public synchronized void refuseFor(Duration duration) {
        stopListening();
        timer.schedule(this::listenAgain, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Listens again at once if it was told to refuse. */
    public synchronized void listenAgain() {
        if (server == null && !timer.isShutdown()) {
            try {
                server = listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on port " + port + " again", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        stopListening();
        workers.shutdownNow();
    }

    private void stopListening() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private HttpServer listen(int onPort) throws IOException {
        HttpServer result = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), onPort), 0);
        result.createContext("/", this::exchange);
        result.setExecutor(workers);
        result.start();
        return result;
    }

    private void exchange(HttpExchange exchange) {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            WireRequest request = new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    headers,
                    exchange.getRequestBody().readAllBytes());
            deliver(handler.apply(request), exchange);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The client went away", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The local cloud failed to answer", e);
        }
    }

    private static void deliver(Reply reply, HttpExchange exchange) throws IOException {
        if (reply.delivery() == Delivery.DROPPED) {
            return;
        }
        byte[] body = reply.body();
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        switch (reply.delivery()) {
            case TRUNCATED -> {
                out.write(body, 0, body.length / 2);
                out.flush();
            }
            case SLOW -> writeSlowly(body, reply.duration(), out);
            default -> out.write(body);
        }
    }

    private static void writeSlowly(byte[] body, Duration time, OutputStream out) throws IOException {
        int piece = Math.max(1, body.length / SLOW_PIECES);
        for (int from = 0; from < body.length; from += piece) {
            LockSupport.parkNanos(time.toNanos() / SLOW_PIECES);
            out.write(body, from, Math.min(piece, body.length - from));
            out.flush();
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
