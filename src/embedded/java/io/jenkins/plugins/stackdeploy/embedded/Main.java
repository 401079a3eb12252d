package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The demo: runs a Jenkinsfile as Jenkins would. Exits with 0 for SUCCESS alone, 1 for any other result, 2 for misuse. */
public final class Main {
    private static final String JOB = "demo";
    private static final int MISUSE = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int status;
        try {
            status = run(DemoOptions.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage() + "\n\n" + DemoOptions.USAGE);
            status = MISUSE;
        }
        System.exit(status);
    }

    private static int run(DemoOptions options) throws IOException, InterruptedException {
        if (options.isHelp()) {
            System.out.println(DemoOptions.USAGE);
            return 0;
        }
        Path home = options.home() == null ? Files.createTempDirectory("stack-deploy-demo") : options.home();
        if (options.isClouds()) {
            try (DemoClouds clouds = DemoClouds.start(home, options.rosPort(), options.cloudFormationPort())) {
                clouds.serve(System.out);
            }
            return 0;
        }
        if (!options.isResume() || !DemoRequest.existsIn(home)) {
            if (options.isResume()) {
                System.out.println("Nothing was begun in " + home + ": beginning now.");
            }
            if (options.config() == null) {
                DemoClouds.prepare(home);
            }
            request(options).writeTo(home);
        }
        return runWithClouds(home, options) == Result.SUCCESS ? 0 : 1;
    }

    /** A run that began with local clouds is resumed with them. */
    private static Result runWithClouds(Path home, DemoOptions options) throws IOException, InterruptedException {
        if (!DemoClouds.existIn(home)) {
            return run(home, options.config(), options);
        }
        try (DemoClouds clouds = DemoClouds.start(home, options.rosPort(), options.cloudFormationPort())) {
            return run(home, clouds.writeSettings(home), options);
        }
    }

    private static DemoRequest request(DemoOptions options) throws IOException {
        try {
            return new DemoRequest(
                    Files.readString(options.jenkinsfile()), options.workspace().toString(), options.parameters());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + options.jenkinsfile(), e);
        }
    }

    private static Result run(Path home, Path config, DemoOptions options) throws IOException, InterruptedException {
        Terminal terminal = new Terminal(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                System.out,
                System.getProperty("user.name"),
                options.isYes());
        try (EmbeddedJenkins jenkins =
                EmbeddedJenkins.builder(home).config(config).console(System.out).start()) {
            System.out.println("Pages: " + jenkins.serve(0));
            return terminal.accompany(build(jenkins, home, options.isResume()));
        }
    }

    /** The build of an earlier process, if there is one to resume; else a new one. */
    private static PipelineRun build(EmbeddedJenkins jenkins, Path home, boolean resume) throws IOException {
        PipelineJob job = jenkins.pipeline(JOB);
        if (resume && job != null && job.getLastBuild() != null) {
            return job.getLastBuild();
        }
        DemoRequest request = DemoRequest.readFrom(home);
        return jenkins.createPipeline(JOB, request.script(), Path.of(request.workspace()))
                .schedule(request.parameters(), System.getProperty("user.name"));
    }
}
