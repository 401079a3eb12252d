package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The web of a Jenkins in this process. Whoever gives a name is that user: there are no passwords. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(WebServer.class.getName());
    private static final String BASIC = "Basic ";

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(new NamingThreadFactory(new DaemonThreadFactory(), "web"));
    private final Router router = new Router(UUID.randomUUID().toString());

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 for any */
    public static WebServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        WebServer web = new WebServer(server);
        server.createContext("/", web::handle);
        server.setExecutor(web.threads);
        server.start();
        return web;
    }

    /** @return the address, ending with a slash */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        Exchange web = new Exchange(exchange);
        User user = user(exchange.getRequestHeaders().getFirst("Authorization"));
        try (ACLContext context = ACL.as(user)) {
            router.answer(web);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "Failed to answer " + exchange.getRequestURI(), e);
            web.text(500, e.toString());
        } finally {
            web.send();
        }
    }

    /** @return null for anonymous */
    private static User user(String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return null;
        }
        String pair =
                new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), StandardCharsets.UTF_8);
        String name = pair.substring(0, Math.max(0, pair.indexOf(':')));
        return name.isEmpty() ? null : User.getById(name, true);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
