package io.jenkins.plugins.stackdeploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The AWS command line: {@code deploy}, which makes a change set and waits for it, or {@code create-stack} and {@code wait}.
 *
 * @param program where it is
 * @param deploys whether it deploys
 */
record AwsCli(Path program, boolean deploys) implements AwsPeer {
    @Override
    public String name() {
        return deploys ? "aws cloudformation deploy" : "aws cloudformation wait";
    }

    @Override
    public Seen deploy(Job job) throws IOException, InterruptedException {
        Path template = Files.writeString(job.folder().resolve("template.json"), job.template());
        if (deploys) {
            return call(job, "deploy", "--template-file", template.toString(), "--no-fail-on-empty-changeset");
        }
        Seen created = call(job, "create-stack", "--template-body", "file://" + template);
        return created.succeeded() ? call(job, "wait", "stack-create-complete") : created;
    }

    private Seen call(Job job, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "cloudformation"));
        command.addAll(List.of(words));
        command.addAll(List.of(
                "--stack-name",
                job.stackName(),
                "--endpoint-url",
                job.endpoint().toString()));
        return PeerProgram.run(job, line -> false, command);
    }
}
