package io.jenkins.plugins.stackdeploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The AWS CDK's command line with a template that is synthesised already: a cloud assembly of one stack, without a bootstrap.
 *
 * @param node the interpreter
 * @param program the script
 */
record AwsCdk(Path node, Path program) implements AwsPeer {
    private static final String MANIFEST = """
            {"version": "36.0.0", "artifacts": {"%1$s": {"type": "aws:cloudformation:stack",
              "environment": "aws://%2$s/%3$s",
              "properties": {"templateFile": "%1$s.template.json", "validateOnSynth": false},
              "displayName": "%1$s"}}}
            """;

    @Override
    public String name() {
        return "cdk deploy";
    }

    @Override
    public Seen deploy(Job job) throws IOException, InterruptedException {
        Path assembly = Files.createDirectories(job.folder().resolve("cdk.out"));
        Files.writeString(
                assembly.resolve("manifest.json"),
                MANIFEST.formatted(job.stackName(), job.keys().account(), AwsClients.REGION.id()));
        Files.writeString(assembly.resolve(job.stackName() + ".template.json"), job.template());
        return PeerProgram.run(
                job,
                line -> line.contains("CREATE_IN_PROGRESS"),
                List.of(
                        node.toString(),
                        program.toString(),
                        "deploy",
                        "--app",
                        assembly.toString(),
                        "--require-approval",
                        "never",
                        "--no-notices",
                        "--no-color",
                        "--progress",
                        "events",
                        job.stackName()));
    }
}
