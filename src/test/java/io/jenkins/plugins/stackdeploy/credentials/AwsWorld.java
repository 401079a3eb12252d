package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.cloudformation.ScriptedAws;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.embedded.config.SystemCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Jenkins with connections to AWS as a test scripts it, and a build. */
final class AwsWorld implements AutoCloseable {
    final ScriptedAws aws = new ScriptedAws();
    final EmbeddedJenkins jenkins;
    final Run<?, ?> run;

    AwsWorld(Path folder) throws IOException, InterruptedException {
        Path config = Files.writeString(
                folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: jobs, username: AKIAJOBS, password: s3cret}
                          - usernamePassword: {scope: SYSTEM, id: hidden, username: AKIAHIDDEN, password: s3cret}
                          - usernamePassword: {scope: GLOBAL, id: blank, username: AKIABLANK, password: ""}
                          - string: {scope: GLOBAL, id: text, secret: s3cret}
                unclassified:
                  stackDeploy:
                    connections:
                      - aws: {name: plain, credentialsId: hidden, region: eu-west-1, %1$s, templateBucket: bucket/pre}
                      - aws:
                          name: role
                          credentialsId: hidden
                          region: eu-west-1
                          roleArn: arn:aws:iam::111122223333:role/deployer
                          externalId: ext-1
                          %2$s
                      - aws: {name: controller, useDefaultCredentials: true, region: eu-west-1, %1$s}
                      - aws: {name: nobody, region: eu-west-1}
                      - aws: {name: gone, credentialsId: deleted, region: eu-west-1}
                      - aws: {name: nowhere, credentialsId: hidden}
                      - aws: {name: misspelt, credentialsId: hidden, region: eu-west-1, endpoint: "http://a/b"}
                      - alibaba: {name: ros, credentialsId: hidden, region: cn-hangzhou}
                """.formatted(endpoints(", "), endpoints("\n          ")));
        jenkins = EmbeddedJenkins.start(folder.resolve("home"), config);
        PipelineRun build = jenkins.createPipeline("web", "echo 'built'", null).schedule(Map.of(), "alice");
        build.awaitResult(Duration.ofSeconds(60));
        run = build;
    }

    private String endpoints(String separator) {
        return String.join(
                separator,
                "endpoint: \"" + aws.uri() + "\"",
                "stsEndpoint: \"" + aws.uri() + "\"",
                "s3Endpoint: \"" + aws.uri() + "\"");
    }

    void add(Credentials credentials) {
        ExtensionList.lookup(CredentialsProvider.class)
                .get(SystemCredentials.class)
                .add(credentials);
    }

    @Override
    public void close() {
        jenkins.close();
        aws.close();
    }
}
