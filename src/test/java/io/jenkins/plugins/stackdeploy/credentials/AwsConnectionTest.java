package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.security.AuthorizationStrategy;
import hudson.util.FormValidation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

class AwsConnectionTest {
    @TempDir
    Path folder;

    private final AwsConnection.DescriptorImpl form = new AwsConnection.DescriptorImpl();
    private AwsWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AwsWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private FormValidation test(String credentials, boolean controllers) {
        return form.doTestConnection(
                credentials,
                "eu-west-1",
                null,
                null,
                controllers,
                world.aws.uri().toString());
    }

    @Test
    void connectionsAreReadFromTheSettings() {
        assertThat(StackDeployConfiguration.get().connection(AwsConnection.class, "role"))
                .hasValueSatisfying(connection -> {
                    assertThat(connection.getRoleArn()).endsWith("role/deployer");
                    assertThat(connection.getExternalId()).isEqualTo("ext-1");
                    assertThat(connection.isUseDefaultCredentials()).isFalse();
                    assertThat(connection.getCallsPerMinute()).isNull();
                });
        assertThat(StackDeployConfiguration.get().connection(AwsConnection.class, "ros"))
                .isEmpty();
        assertThat(StackDeployConfiguration.get().names(AlibabaConnection.class))
                .containsExactly("ros");
    }

    @Test
    void usualNumberOfCallsIsNotKept() {
        AwsConnection connection = new AwsConnection("x", "jobs", "eu-west-1");
        connection.setCallsPerMinute(300);
        assertThat(connection.getCallsPerMinute()).isNull();
        assertThat(connection.callsPerMinute()).isEqualTo(300);

        connection.setCallsPerMinute(100);
        assertThat(connection.callsPerMinute()).isEqualTo(100);
    }

    @Test
    void testedConnectionTellsWhoCalls() {
        world.aws.ok("GetCallerIdentity", "<Arn>arn:aws:iam::111122223333:user/ci</Arn>");

        FormValidation answer = test("hidden", false);

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(answer).hasMessageContaining("arn:aws:iam::111122223333:user/ci");
    }

    @Test
    void testedConnectionTellsWhatIsWrong() {
        world.aws.error("GetCallerIdentity", 403, "InvalidClientTokenId", "The security token is invalid.");

        FormValidation answer = test("hidden", false);

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer).hasMessageContaining("InvalidClientTokenId");
    }

    @Test
    void testedConnectionNeedsCredentials() {
        assertThat(test("", false).kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(test("", false)).hasMessageContaining("Choose the credentials");
        assertThat(test("removed", false)).hasMessageContaining("no credentials \"removed\"");
        assertThat(world.aws.asked("GetCallerIdentity")).isEmpty();
    }

    @Test
    void onlyAdministratorsTestConnectionsAndSeeChoices() {
        world.jenkins.jenkins().setAuthorizationStrategy(new AuthorizationStrategy() {
            @Override
            public ACL getRootACL() {
                return ACL.lambda2((who, what) -> what.equals(Item.READ));
            }
        });
        try (ACLContext context = ACL.as(User.getById("bob", true))) {
            assertThatThrownBy(() -> test("hidden", true)).isInstanceOf(AccessDeniedException3.class);
            assertThat(form.doFillCredentialsIdItems("now"))
                    .extracting(option -> option.value)
                    .containsExactly("now");
            assertThat(form.doFillRegionItems()).isEmpty();
            assertThat(CredentialChoices.awsForItem(null, "now"))
                    .extracting(option -> option.value)
                    .containsExactly("now");
        }
        assertThat(world.aws.asked("GetCallerIdentity")).isEmpty();
    }

    @Test
    void choicesAreCredentialsWithAnAccessKey() {
        assertThat(form.doFillCredentialsIdItems(""))
                .extracting(option -> option.value)
                .contains("", "jobs", "hidden")
                .doesNotContain("text");
    }

    @ParameterizedTest
    @CsvSource({
        "templates, OK",
        "templates/team/a, OK",
        "'', OK",
        "my.templates, OK",
        "Templates, ERROR",
        "s3://templates, ERROR",
        "ab, ERROR"
    })
    void bucketIsChecked(String bucket, FormValidation.Kind kind) {
        assertThat(form.doCheckTemplateBucket(bucket).kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "'', OK",
        "s3.internal.example, OK",
        "https://s3.internal.example, OK",
        "http://127.0.0.1:9000, WARNING",
        "https://s3.internal.example/path, ERROR"
    })
    void endpointsAreChecked(String endpoint, FormValidation.Kind kind) {
        assertThat(form.doCheckEndpoint(endpoint).kind).isEqualTo(kind);
        assertThat(form.doCheckStsEndpoint(endpoint).kind).isEqualTo(kind);
        assertThat(form.doCheckS3Endpoint(endpoint).kind).isEqualTo(kind);
    }

    @Test
    void controllersIdentityThatIsNotUsedIsPointedOut() {
        assertThat(form.doCheckUseDefaultCredentials(true, "hidden").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(form.doCheckUseDefaultCredentials(true, "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckUseDefaultCredentials(false, "hidden").kind).isEqualTo(FormValidation.Kind.OK);
    }

    /** The isolated partitions cannot be reached from a public controller; the others must all be offered. */
    @Test
    void everyPublicRegionOfTheSdkIsOffered() {
        assertThat(AwsRegions.known())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Region.regions().stream()
                        .filter(region -> !region.isGlobalRegion())
                        .filter(region -> !PartitionMetadata.of(region).id().startsWith("aws-iso"))
                        .map(Region::id)
                        .toList());
    }
}
