package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is installed or not, run as somebody else would run it: nothing of this machine's AWS settings counts. */
final class ForeignClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String program;
    private final Path scratch;
    private final URI endpoint;

    /**
     * What a program said.
     *
     * @param exit its exit status
     * @param output standard output and error
     */
    record Said(int exit, String output) {}

    private ForeignClient(String program, Path scratch, URI endpoint) {
        this.program = program;
        this.scratch = scratch;
        this.endpoint = endpoint;
    }

    /**
     * Finds a program in the system's folder, else in the PATH. Where there is none, or not with what it needs, the test is
     * skipped; on a build server, where CI is set, it fails.
     *
     * @param probe arguments that it must take with success
     * @param install how to install it
     */
    static ForeignClient find(String name, String install, Path scratch, LocalAws aws, String... probe)
            throws Exception {
        for (String folder : folders()) {
            Path candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                ForeignClient client = new ForeignClient(candidate.toString(), scratch, aws.endpoint());
                if (client.run(probe).exit() == 0) {
                    return client;
                }
            }
        }
        String problem = name + " is not installed: " + install;
        assertThat(System.getenv("CI")).as(problem).isNull();
        return abort(problem);
    }

    private static List<String> folders() {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)))
                .distinct()
                .toList();
    }

    /** Runs the program to its end. */
    Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(scratch, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", AwsClients.KEY,
                        "AWS_SECRET_ACCESS_KEY", AwsClients.SECRET,
                        "AWS_DEFAULT_REGION", "eu-west-1",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", "",
                        "ENDPOINT", endpoint.toString()));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Said(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
