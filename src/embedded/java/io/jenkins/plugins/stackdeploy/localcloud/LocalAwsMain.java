package io.jenkins.plugins.stackdeploy.localcloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link LocalAws} in a process of its own until it is killed. Arguments are {@code --port=}, {@code --time-scale=},
 * {@code --state-dir=}, {@code --throttling=CALLS}, and, as often as needed, {@code --account=KEY:SECRET:ACCOUNT},
 * {@code --role=ARN} and {@code --bucket=NAME:REGION:ACCOUNT}. The only line on standard output is the endpoint.
 */
public final class LocalAwsMain {
    private LocalAwsMain() {}

    /**
     * Starts and waits.
     *
     * @throws IllegalArgumentException if an argument is unknown or malformed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalAwsBuilder builder = LocalAws.builder();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("expected --name=value, not " + argument);
            }
            apply(builder, argument.substring(0, equals), argument.substring(equals + 1));
        }
        try (LocalAws aws = builder.start()) {
            System.out.println(aws.endpoint());
            new CountDownLatch(1).await();
        }
    }

    private static void apply(LocalAwsBuilder builder, String name, String value) {
        switch (name) {
            case "--port" -> builder.port(Integer.parseInt(value));
            case "--time-scale" -> builder.timeScale(Double.parseDouble(value));
            case "--state-dir" -> builder.stateDir(Path.of(value));
            case "--throttling" -> builder.throttling(Integer.parseInt(value));
            case "--account" -> {
                String[] parts = three(value);
                builder.account(parts[0], parts[1], parts[2]);
            }
            case "--role" -> builder.role(value);
            case "--bucket" -> {
                String[] parts = three(value);
                builder.bucket(parts[0], parts[1], parts[2]);
            }
            default -> throw new IllegalArgumentException("unknown argument " + name);
        }
    }

    private static String[] three(String value) {
        String[] parts = value.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected three parts joined by colons, not " + value);
        }
        return parts;
    }
}
