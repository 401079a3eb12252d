package io.jenkins.plugins.stackdeploy.embedded;

import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.Organization;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The local clouds of the demo, and the settings that point at them. A minute there is a second here. */
final class DemoClouds implements AutoCloseable {
    private static final int TIME_SCALE = 60;
    private static final String ACCOUNT = "1234567890123456";
    private static final String KEY = "LocalAccessKey";
    private static final String SECRET = "local-access-key-secret";

    private static final String AWS_ACCOUNT = "111111111111";
    private static final List<String> AWS_MEMBERS =
            List.of("222222222222", "333333333333", "444444444444", "555555555555");
    private static final String AWS_UNIT = "ou-demo-workloads";
    private static final String AWS_ROLE = "deployer";
    private static final String AWS_BUCKET = "demo-templates";
    private static final String AWS_REGION = "eu-central-1";

    private final LocalRos ros;
    private final LocalAws aws;

    private DemoClouds(LocalRos ros, LocalAws aws) {
        this.ros = ros;
        this.aws = aws;
    }

    /**
     * Starts the clouds, or goes on with those of an earlier process.
     *
     * @param home where they keep what they have; a kill loses nothing
     * @param rosPort the port of ROS; 0 for any
     * @param cloudFormationPort the port of CloudFormation, STS and S3; 0 for any
     */
    static DemoClouds start(Path home, int rosPort, int cloudFormationPort) throws IOException {
        LocalRos ros = LocalRos.builder()
                .port(rosPort)
                .timeScale(TIME_SCALE)
                .stateDir(folder(home))
                .account(KEY, SECRET, ACCOUNT)
                .role("acs:ram::" + ACCOUNT + ":role/deployer")
                .start();
        try {
            return new DemoClouds(ros, startAws(home, cloudFormationPort));
        } catch (IOException | RuntimeException e) {
            ros.close();
            throw e;
        }
    }

    private static LocalAws startAws(Path home, int port) throws IOException {
        Organization organization = new Organization(AWS_ACCOUNT)
                .unit("r-demo", null, AWS_ACCOUNT)
                .unit(AWS_UNIT, "r-demo", AWS_MEMBERS.toArray(String[]::new));
        LocalAwsBuilder builder = LocalAws.builder()
                .port(port)
                .timeScale(TIME_SCALE)
                .stateDir(home.resolve("clouds").resolve("aws"))
                .account(KEY, SECRET, AWS_ACCOUNT)
                .role(roleOf(AWS_ACCOUNT))
                .bucket(AWS_BUCKET, AWS_REGION, AWS_ACCOUNT)
                .organization(organization);
        AWS_MEMBERS.forEach(account -> builder.role(roleOf(account)));
        LocalAws aws = builder.start();
        aws.failures().add(takenName());
        return aws;
    }

    /** Bucket names are unique in the whole world: somebody else has the one that the showcase wants in one place. */
    private static InstanceFailure takenName() {
        String prefix = "example-audit";
        String account = "444444444444";
        String reason = prefix + "-" + account + "-" + AWS_REGION + " already exists";
        return InstanceFailure.always("audit-logs", account, AWS_REGION, reason)
                .of("LogBucket")
                .given("NamePrefix", prefix);
    }

    private static String roleOf(String account) {
        return "arn:aws:iam::" + account + ":role/" + AWS_ROLE;
    }

    /** Marks a home as one with clouds of its own, before anything else is written there: a kill may come at any time. */
    static void prepare(Path home) throws IOException {
        Files.createDirectories(folder(home));
    }

    /** Whether an earlier process had clouds here. */
    static boolean existIn(Path home) {
        return Files.isDirectory(folder(home));
    }

    private static Path folder(Path home) {
        return home.resolve("clouds").resolve("ros");
    }

    /**
     * Writes settings with the connections demo and demo-aws and the secrets of the showcase.
     *
     * @return the file
     */
    Path writeSettings(Path home) throws IOException {
        Files.createDirectories(home);
        return Files.writeString(home.resolve("clouds").resolve("settings.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: demo-access-key, username: %s, password: %s}
                          - string: {scope: GLOBAL, id: wordpress-db-password, secret: Showcase_Pass1}
                unclassified:
                  stackDeploy:
                    connections:
                      - alibaba:
                          name: demo
                          credentialsId: demo-access-key
                          region: cn-hangzhou
                          endpoint: http://%s
                          stsEndpoint: http://%3$s
                          callsPerMinute: 6000
                      - aws:
                          name: demo-aws
                          credentialsId: demo-access-key
                          region: us-east-1
                          endpoint: %4$s
                          stsEndpoint: %4$s
                          s3Endpoint: %4$s
                          callsPerMinute: 6000
                """.formatted(
                        KEY, SECRET, ros.endpoint(), aws.endpoint()));
    }

    /** Tells how to use the clouds and lets them run until the process is stopped. */
    void serve(PrintStream out) throws InterruptedException {
        out.println("AccessKey     " + KEY);
        out.println("Secret        " + SECRET);
        out.println("Alibaba Cloud");
        out.println("  ROS and STS http://" + ros.endpoint());
        out.println("  Account     " + ACCOUNT + ", role acs:ram::" + ACCOUNT + ":role/deployer");
        out.println("  Requests    http://" + ros.endpoint() + "/_local/requests");
        out.println("AWS");
        out.println("  CloudFormation, STS and S3 " + aws.endpoint());
        out.println("  Account     " + AWS_ACCOUNT + ", others " + String.join(", ", AWS_MEMBERS) + " in " + AWS_UNIT);
        out.println("  Role        " + roleOf("ACCOUNT") + " in each");
        out.println("  Bucket      " + AWS_BUCKET + " in " + AWS_REGION);
        out.println("  Requests    " + aws.endpoint() + "/_local/requests");
        out.println("A minute there is a second here. Ctrl-C stops.");
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        aws.close();
        ros.close();
    }
}
