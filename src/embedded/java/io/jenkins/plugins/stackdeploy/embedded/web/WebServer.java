package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpServer;
import hudson.util.DaemonThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server of the stand-in. It listens on the loopback interface alone. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreadFactory());

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to serve the running Jenkins.
     *
     * @param port 0 for any
     */
    public static WebServer start(int port) throws IOException {
        RequestLocale.install();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        WebServer server = new WebServer(http);
        http.createContext("/static/", new StaticFiles());
        http.createContext("/", new Site());
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** The address of Jenkins, ending with a slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
