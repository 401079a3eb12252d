package io.jenkins.plugins.stackdeploy.localcloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link LocalRos} in a process of its own until it is killed. Arguments are {@code --port=}, {@code --time-scale=},
 * {@code --state-dir=}, {@code --throttling=true}, and, as often as needed, {@code --account=KEY:SECRET:ACCOUNT} and
 * {@code --role=ARN}. The only line on standard output is the endpoint.
 */
public final class LocalRosMain {
    private LocalRosMain() {}

    /**
     * Starts and waits.
     *
     * @throws IllegalArgumentException if an argument is unknown or malformed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalRosBuilder builder = LocalRos.builder();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("expected --name=value, not " + argument);
            }
            apply(builder, argument.substring(0, equals), argument.substring(equals + 1));
        }
        try (LocalRos ros = builder.start()) {
            System.out.println(ros.endpoint());
            new CountDownLatch(1).await();
        }
    }

    private static void apply(LocalRosBuilder builder, String name, String value) {
        switch (name) {
            case "--port" -> builder.port(Integer.parseInt(value));
            case "--time-scale" -> builder.timeScale(Double.parseDouble(value));
            case "--state-dir" -> builder.stateDir(Path.of(value));
            case "--role" -> builder.role(value);
            case "--throttling" -> {
                if (Boolean.parseBoolean(value)) {
                    builder.throttling();
                }
            }
            case "--account" -> {
                String[] parts = value.split(":", 3);
                if (parts.length != 3) {
                    throw new IllegalArgumentException("expected --account=KEY:SECRET:ACCOUNT");
                }
                builder.account(parts[0], parts[1], parts[2]);
            }
            default -> throw new IllegalArgumentException("unknown argument " + name);
        }
    }
}
