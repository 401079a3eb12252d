package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port at which nobody answers: as many connections as may wait to be accepted wait already. */
public final class BlackHole implements AutoCloseable {
    private static final int MORE_THAN_FIT = 4;
    private final List<Socket> waiting = new ArrayList<>();
    private final ServerSocket server;

    /** Opens one. */
    public BlackHole() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 50);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IllegalStateException("the port still takes connections");
    }

    /** Where it is, as a URL. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            for (Socket socket : waiting) {
                socket.close();
            }
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
