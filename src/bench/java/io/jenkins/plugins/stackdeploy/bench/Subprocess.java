package io.jenkins.plugins.stackdeploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures in a process of its own, whose heap holds nothing else. */
final class Subprocess {
    private Subprocess() {}

    /**
     * Runs a class of this program.
     *
     * @param main prints one line of whole numbers
     * @param arguments its arguments
     * @return the numbers
     */
    static long[] run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        // A serial collector, so that a collection that is asked for is done when the call returns.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
            String line = answer.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IOException(main.getSimpleName() + " ended without an answer");
            }
            return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        }
    }
}
