package io.jenkins.plugins.stackdeploy.report;

import io.jenkins.plugins.stackdeploy.engine.PrintedMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** A mark in a file of four bytes, which one write replaces. */
final class PrintedFile implements PrintedMark {
    private final Supplier<Path> file;

    /** @param file where it is now: in a folder that exists when something is marked */
    PrintedFile(Supplier<Path> file) {
        this.file = file;
    }

    @Override
    public int last() throws IOException {
        Path now = file.get();
        byte[] bytes = Files.exists(now) ? Files.readAllBytes(now) : new byte[0];
        return bytes.length == Integer.BYTES ? ByteBuffer.wrap(bytes).getInt() : 0;
    }

    @Override
    public void printed(int number) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).putInt(0, number);
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(bytes);
        }
    }
}
