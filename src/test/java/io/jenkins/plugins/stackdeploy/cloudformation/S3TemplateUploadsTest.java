package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3TemplateUploadsTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    /** Of "Resources: {}". */
    private static final String CHECKSUM = "aYNwOo+pipIc9qEQSAIc62XxDRAEc2JmuIeGWAl+xl4=";

    private static final String OBJECT = "/templates/stack-deploy/" + DIGEST + ".template";

    private ScriptedAws aws;
    private AwsAccess access;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws();
        access = aws.access();
        aws.answer("HEAD /templates", new ScriptedAws.Answer(200, Map.of(), ""));
    }

    @AfterEach
    void stop() {
        access.close();
        aws.close();
    }

    private String url(String bucket) throws CloudException {
        return access.uploads().url(new StackSetTemplate("main.yaml", "Resources: {}", null, bucket), DIGEST);
    }

    private void answer(String action, int status) {
        aws.answer(action, new ScriptedAws.Answer(status, Map.of(), ""));
    }

    /** S3 tells the SHA-256 of an object. */
    private void isThere(String object, String checksum) {
        aws.answer("HEAD " + object, new ScriptedAws.Answer(200, Map.of("x-amz-checksum-sha256", checksum), ""));
    }

    @Test
    void templateThatIsThereIsNotSentAgain() throws Exception {
        isThere(OBJECT, CHECKSUM);

        assertThat(url("templates")).isEqualTo(aws.uri() + OBJECT);
        assertThat(aws.asked("PUT " + OBJECT)).isEmpty();
    }

    /** Also one that was uploaded in parts, whose checksum is of the parts, and one that has none. */
    @ParameterizedTest
    @ValueSource(strings = {"7FdW2fCYrkv4dvhAnSbGjP9Ew8/wnJXf6dIVyZb+YJQ=", CHECKSUM + "-1", ""})
    void whateverElseLiesThereIsReplaced(String checksum) throws Exception {
        isThere(OBJECT, checksum);
        answer("PUT " + OBJECT, 200);

        url("templates");

        assertThat(aws.asked("PUT " + OBJECT)).hasSize(1);
    }

    /** S3 says "forbidden" of a missing object to whoever may not list the bucket. */
    @ParameterizedTest
    @CsvSource({"404", "403"})
    void templateThatIsMissingIsUploaded(int status) throws Exception {
        answer("HEAD " + OBJECT, status);
        answer("PUT " + OBJECT, 200);

        assertThat(url("templates")).isEqualTo(aws.uri() + OBJECT);
        assertThat(aws.asked("PUT " + OBJECT)).singleElement().satisfies(asked -> assertThat(asked.body())
                .contains("Resources: {}"));
    }

    @ParameterizedTest
    @CsvSource({"templates/team/a", "templates/team/a/"})
    void prefixComesBeforeTheName(String bucket) throws Exception {
        String object = "/templates/team/a/stack-deploy/" + DIGEST + ".template";
        isThere(object, CHECKSUM);

        assertThat(url(bucket)).isEqualTo(aws.uri() + object);
    }

    @Test
    void bucketWithASlashAndNoPrefixHasNone() throws Exception {
        isThere(OBJECT, CHECKSUM);

        assertThat(url("templates/")).isEqualTo(aws.uri() + OBJECT);
    }

    @ParameterizedTest
    @CsvSource({"200", "301", "400", "403"})
    void bucketIsUsedInItsOwnRegion(int status) throws Exception {
        aws.answer("HEAD /elsewhere", new ScriptedAws.Answer(status, Map.of("x-amz-bucket-region", "ap-south-1"), ""));
        String object = "/elsewhere/stack-deploy/" + DIGEST + ".template";
        isThere(object, CHECKSUM);

        url("elsewhere");

        assertThat(aws.asked("HEAD " + object)).singleElement().satisfies(asked -> assertThat(asked.region())
                .isEqualTo("ap-south-1"));
    }

    @Test
    void bucketThatMayNotBeSeenIsTakenToBeInTheSameRegion() throws Exception {
        answer("HEAD /hidden", 403);
        String object = "/hidden/stack-deploy/" + DIGEST + ".template";
        answer("HEAD " + object, 403);
        answer("PUT " + object, 200);

        url("hidden");

        assertThat(aws.asked("PUT " + object)).singleElement().satisfies(asked -> assertThat(asked.region())
                .isEqualTo("eu-west-1"));
    }

    @Test
    void missingBucketIsAnError() {
        answer("HEAD /missing", 404);

        CloudException failed = catchThrowableOfType(CloudException.class, () -> url("missing"));

        assertThat(failed.action()).isEqualTo("HeadBucket");
        assertThat(failed.kind()).isEqualTo(FaultKind.NOT_FOUND);
        assertThat(failed).hasMessage("Bucket \"missing\": The specified bucket does not exist.");
    }

    @Test
    void refusedUploadIsAnError() {
        answer("HEAD " + OBJECT, 404);
        aws.answer(
                "PUT " + OBJECT,
                new ScriptedAws.Answer(
                        403, Map.of(), "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"));

        CloudException failed = catchThrowableOfType(CloudException.class, () -> url("templates"));

        assertThat(failed.action()).isEqualTo("PutObject");
        assertThat(failed.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(failed).hasMessage("Bucket \"templates\": Access Denied");
    }

    @Test
    void templateWithoutABucketIsAMistake() {
        assertThatThrownBy(() -> url(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "templates, eu-west-1, https://templates.s3.eu-west-1.amazonaws.com/key",
        "templates, cn-north-1, https://templates.s3.cn-north-1.amazonaws.com.cn/key",
        "temp.lates, eu-west-1, https://s3.eu-west-1.amazonaws.com/temp.lates/key"
    })
    void publicAddressIsRegional(String bucket, String region, String url) {
        AwsSettings usual = aws.settings();
        AwsSettings settings =
                new AwsSettings(usual.identity(), null, region, AwsEndpoints.PUBLIC, null, usual.readsPerMinute());
        try (AwsSession session = new AwsSession(settings, new HttpPools())) {
            assertThat(S3TemplateUploads.address(session.s3(region), bucket, "key"))
                    .isEqualTo(url);
        }
    }
}
