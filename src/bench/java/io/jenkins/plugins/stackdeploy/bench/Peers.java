package io.jenkins.plugins.stackdeploy.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The peers that this machine has. The library's waiter and the algorithm of pipeline-aws are always there. */
final class Peers {
    private static final Path INSTALLED = Path.of("target/peers/node_modules/aws-cdk/bin/cdk");

    private final ThreadPerWait threadPerWait = new ThreadPerWait();
    private final Path aws = program("aws").orElse(null);
    private final Path node = program("node").orElse(null);

    ThreadPerWait threadPerWait() {
        return threadPerWait;
    }

    SdkWaiter sdkWaiter() {
        return new SdkWaiter();
    }

    Optional<AwsCli> cli(boolean deploys) {
        return Optional.ofNullable(aws).map(program -> new AwsCli(program, deploys));
    }

    Optional<AwsCdk> cdk() {
        return node == null || !Files.exists(INSTALLED)
                ? Optional.empty()
                : Optional.of(new AwsCdk(node, INSTALLED.toAbsolutePath()));
    }

    /** All that can deploy a stack. */
    List<AwsPeer> all() {
        List<AwsPeer> all = new ArrayList<>(List.of(sdkWaiter(), threadPerWait));
        cli(true).ifPresent(all::add);
        cli(false).ifPresent(all::add);
        cdk().ifPresent(all::add);
        return all;
    }

    /** The names of those that are not installed. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (aws == null) {
            missing.add("the AWS command line (Debian package awscli)");
        }
        if (cdk().isEmpty()) {
            missing.add("the AWS CDK (npm package aws-cdk)");
        }
        return missing;
    }

    /** The system's own program first: a shim of a version manager costs time of its own. */
    private static Optional<Path> program(String name) {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
