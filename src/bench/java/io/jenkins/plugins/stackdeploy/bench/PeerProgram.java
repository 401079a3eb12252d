package io.jenkins.plugins.stackdeploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs a program as somebody else would: nothing of this machine's AWS settings counts. */
final class PeerProgram {
    private PeerProgram() {}

    /**
     * Runs a program to its end.
     *
     * @param job whom to run it as, and where
     * @param isEvent tells the lines that show an event of the stack
     * @param command program and arguments
     * @return how it went
     */
    static AwsPeer.Seen run(AwsPeer.Job job, Predicate<String> isEvent, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(job.folder().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        job.keys().id(),
                        "AWS_SECRET_ACCESS_KEY",
                        Keys.SECRET,
                        "AWS_DEFAULT_REGION",
                        AwsClients.REGION.id(),
                        "AWS_REGION",
                        AwsClients.REGION.id(),
                        "AWS_CONFIG_FILE",
                        "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "/dev/null",
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "AWS_PAGER",
                        "",
                        "AWS_ENDPOINT_URL",
                        job.endpoint().toString(),
                        "HOME",
                        job.folder().toString()));
        builder.environment().put("CDK_DISABLE_CLI_TELEMETRY", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        StringBuilder said = new StringBuilder();
        Instant first = null;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (first == null && isEvent.test(line)) {
                    first = Instant.now();
                }
            }
        }
        boolean succeeded = process.waitFor() == 0;
        return new AwsPeer.Seen(succeeded, Instant.now(), first, succeeded ? null : said.toString());
    }
}
