package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS library for Python uses every action; what it makes of the answers is asserted in its own language. */
class Boto3IT {
    @TempDir
    Path scratch;

    private LocalAws aws;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .roleWithExternalId("arn:aws:iam::111122223333:role/reader", "shared-word")
                .bucket("templates", "eu-west-1", AwsClients.ACCOUNT)
                .bucket("far", "us-west-2", AwsClients.ACCOUNT)
                .timeScale(200)
                .start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void everyActionIsUnderstood() throws Exception {
        ForeignClient python =
                ForeignClient.find("python3", "apt-get install python3-boto3", scratch, aws, "-c", "import boto3");
        Path script = Path.of(Boto3IT.class.getResource("every_action.py").toURI());

        ForeignClient.Said said = python.run("-B", script.toString());

        assertThat(said.exit()).as(said.output()).isZero();
        AwsActions.assertAllWereUsed(aws);
    }
}
