package hudson.remoting;

import java.io.IOException;

/** A way to run code on another machine. The stand-in has no other machine, so nothing implements it. */
public interface VirtualChannel {
    <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException;

    void close() throws IOException;
}
