package io.jenkins.plugins.stackdeploy.embedded.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Gathers bytes and hands them on line by line, so that lines of several writers do not mix. */
public abstract class LineOutputStream extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param text one line with its line break; the last one may lack it */
    protected abstract void line(byte[] text) throws IOException;

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            handOn();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (line.size() > 0) {
            handOn();
        }
    }

    private void handOn() throws IOException {
        byte[] text = line.toByteArray();
        line.reset();
        line(text);
    }
}
