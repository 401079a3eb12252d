package io.jenkins.plugins.stackdeploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a Markdown file that a program writes, between {@code <!-- NAME -->} and {@code <!-- /NAME -->}. */
final class MarkedText {
    private MarkedText() {}

    static void replace(Path file, String name, String text) throws IOException {
        String all = Files.readString(file);
        String begin = "<!-- " + name + " -->\n";
        int from = all.indexOf(begin);
        int to = all.indexOf("<!-- /" + name + " -->", from);
        if (from < 0 || to < 0) {
            throw new IOException(file + " has no part that is marked " + name);
        }
        Files.writeString(file, all.substring(0, from + begin.length()) + text + all.substring(to));
    }
}
