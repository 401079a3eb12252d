package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsAccess;
import io.jenkins.plugins.stackdeploy.cloudformation.InstanceFilter;
import io.jenkins.plugins.stackdeploy.cloudformation.ScriptedAws;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsClientsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/own";

    @TempDir
    Path folder;

    private AwsWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AwsWorld(folder);
        world.aws.ok("ListStackInstances", "<Summaries/>").role("ASIAROLE", 3600);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static AwsTarget connection(String name) {
        return new AwsTarget(name, null, null, null, null);
    }

    private ScriptedAws.Asked call(AwsTarget target) throws CloudException {
        assertThat(AwsClients.problems(target, world.run)).isEmpty();
        try (AwsAccess access = AwsClients.access(target, world.run, new Budgets(InstantSource.system()))) {
            access.stackSets().instances("web", null, null, InstanceFilter.ALL);
        }
        return world.aws.asked("ListStackInstances").get(0);
    }

    @Test
    void connectionMayUseCredentialsThatJobsMayNot() throws Exception {
        ScriptedAws.Asked asked = call(connection("plain"));

        assertThat(asked.accessKey()).isEqualTo("AKIAHIDDEN");
        assertThat(asked.region()).isEqualTo("eu-west-1");
        assertThat(AwsClients.problems(new AwsTarget(null, "hidden", "eu-west-1", null, null), world.run))
                .singleElement()
                .asString()
                .contains("\"hidden\" were not found");
    }

    @Test
    void jobMayNameAnotherRegionThanTheConnection() throws Exception {
        assertThat(call(new AwsTarget("plain", null, "us-east-1", null, null)).region())
                .isEqualTo("us-east-1");
    }

    @Test
    void roleOfTheConnectionIsTakenOnInTheNameOfTheBuild() throws Exception {
        assertThat(call(connection("role")).accessKey()).isEqualTo("ASIAROLE");

        assertThat(world.aws.asked("AssumeRole")).singleElement().satisfies(asked -> assertThat(asked.form())
                .containsEntry("RoleArn", "arn:aws:iam::111122223333:role/deployer")
                .containsEntry("ExternalId", "ext-1")
                .containsEntry("RoleSessionName", "jenkins-web-1"));
    }

    /** Else whoever may name a connection could use its external id with a role of his choice. */
    @Test
    void externalIdOfTheConnectionIsNotSentForAJobsRole() throws Exception {
        call(new AwsTarget("role", null, null, ROLE, null));

        assertThat(world.aws.asked("AssumeRole").get(0).form())
                .containsEntry("RoleArn", ROLE)
                .doesNotContainKey("ExternalId");
    }

    @Test
    void jobsRoleHasTheJobsExternalId() throws Exception {
        call(new AwsTarget("plain", null, null, ROLE, "ext-2"));

        assertThat(world.aws.asked("AssumeRole").get(0).form()).containsEntry("ExternalId", "ext-2");
    }

    @Test
    void controllersOwnIdentityIsUsedByAConnectionThatAllowsIt() throws Exception {
        System.setProperty("aws.accessKeyId", "AKIACONTROLLER");
        System.setProperty("aws.secretAccessKey", "s3cret");
        try {
            assertThat(call(connection("controller")).accessKey()).isEqualTo("AKIACONTROLLER");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-        | -       | -          | - | - | Name either a connection",
                "plain    | jobs    | -          | - | - | Name either a connection",
                "ros      | -       | -          | - | - | There is no connection \"ros\" to AWS (there are: plain, role",
                "nobody   | -       | -          | - | - | Connection \"nobody\" has no credentials",
                "gone     | -       | -          | - | - | Connection \"gone\" names credentials \"deleted\", which do not exist",
                "nowhere  | -       | -          | - | - | Connection \"nowhere\" has no region",
                "misspelt | -       | -          | - | - | http://a/b",
                "-        | jobs    | -          | - | - | such as eu-west-1",
                "-        | jobs    | EU (Paris) | - | - | \"EU (Paris)\" is not the id of a region; an id looks like eu-west-1",
                "-        | missing | eu-west-1  | - | - | \"missing\" were not found",
                "-        | text    | eu-west-1  | - | - | \"text\" hold no access key",
                "-        | blank   | eu-west-1  | - | - | \"blank\" hold no access key",
                "plain    | -       | -          | arn:aws:iam::1:role/x | - | is not the ARN of an IAM role",
                "plain    | -       | -          | - | ext | externalId goes with roleArn",
                "role     | -       | -          | arn:aws:iam::111122223333:role/x | a b | \"a b\" is not an external id"
            })
    void problemsAreFoundBeforeAnyCall(
            String connection, String credentials, String region, String role, String externalId, String problem) {
        AwsTarget target = new AwsTarget(connection, credentials, region, role, externalId);

        assertThat(AwsClients.problems(target, world.run))
                .singleElement()
                .asString()
                .contains(problem);
        assertThat(world.aws.asked("AssumeRole")).isEmpty();
    }

    @Test
    void connectionThatIsGoneMeanwhileIsAnError() {
        assertThatThrownBy(
                        () -> AwsClients.access(connection("removed"), world.run, new Budgets(InstantSource.system())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no connection \"removed\"");
    }

    @Test
    void credentialsOfTheAwsCredentialsPluginAreUsed() throws Exception {
        world.add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "AKIAPLUGIN", "s3cret", "", null, null));

        // The public endpoint would be called: no connection, no endpoint.
        assertThat(AwsClients.problems(new AwsTarget(null, "aws", "eu-west-1", null, null), world.run))
                .isEmpty();
        AwsConnection connection = new AwsConnection("plugin", "aws", "eu-west-1");
        connection.setStsEndpoint(world.aws.uri().toString());
        world.aws.ok("GetCallerIdentity", "<Arn>arn:aws:iam::111122223333:user/ci</Arn>");
        assertThat(AwsClients.caller(connection)).isEqualTo("arn:aws:iam::111122223333:user/ci");
        assertThat(world.aws.asked("GetCallerIdentity").get(0).accessKey()).isEqualTo("AKIAPLUGIN");
    }

    @Test
    void credentialsThatAskForACodeAreRefused() {
        world.add(new AWSCredentialsImpl(
                CredentialsScope.GLOBAL, "mfa", "AKIAMFA", "s3cret", "", null, "arn:aws:iam::111122223333:mfa/me"));

        assertThat(AwsClients.problems(new AwsTarget(null, "mfa", "eu-west-1", null, null), world.run))
                .singleElement()
                .asString()
                .startsWith("Credentials \"mfa\" ask for a code of an MFA device");
    }

    @Test
    void emptyCredentialsOfThePluginDoNotFallBackToTheControllersIdentity() {
        world.add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "empty", "", "", "", null, null));
        AwsConnection connection = new AwsConnection("plugin", "empty", "eu-west-1");
        connection.setStsEndpoint(world.aws.uri().toString());

        CloudException failed = catchThrowableOfType(CloudException.class, () -> AwsClients.caller(connection));

        assertThat(failed.kind()).isEqualTo(FaultKind.CREDENTIALS);
        assertThat(world.aws.asked("GetCallerIdentity")).isEmpty();
    }

    @Test
    void bucketOfTheConnectionIsOffered() {
        assertThat(AwsClients.templateBucket(connection("plain"))).isEqualTo("bucket/pre");
        assertThat(AwsClients.templateBucket(connection("role"))).isNull();
        assertThat(AwsClients.templateBucket(new AwsTarget(null, "jobs", "eu-west-1", null, null)))
                .isNull();
    }

    @Test
    void proxyOfJenkinsIsUsedWithItsExceptions() {
        assertThat(JenkinsProxy.forAws()).isNull();
        world.jenkins
                .jenkins()
                .setProxy(new ProxyConfiguration("proxy.example", 3128, "me", "s3cret", "*.Internal\nlocalhost"));

        assertThat(JenkinsProxy.forAws()).satisfies(proxy -> {
            assertThat(proxy.address()).hasToString("http://proxy.example:3128");
            assertThat(proxy.user()).isEqualTo("me");
            assertThat(proxy.password()).isEqualTo("s3cret");
            assertThat(proxy.direct())
                    .anySatisfy(host -> assertThat("sts.internal").matches(host))
                    .anySatisfy(host -> assertThat("localhost").matches(host));
        });
    }
}
