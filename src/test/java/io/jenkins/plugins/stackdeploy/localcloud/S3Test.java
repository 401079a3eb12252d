package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.localcloud.s3.RegionMismatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class S3Test {
    private static final String TEMPLATE = "Resources: {T: {Type: 'AWS::SNS::Topic'}} # ü";

    @TempDir
    Path state;

    private LocalAws aws;
    private S3Client s3;

    @BeforeEach
    void start() throws Exception {
        open(RegionMismatch.PERMANENT_REDIRECT);
    }

    private void open(RegionMismatch mismatch) throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .bucket("templates", "eu-west-1", AwsClients.ACCOUNT)
                .bucket("far", "us-west-2", AwsClients.ACCOUNT)
                .bucket("oldest", "us-east-1", AwsClients.ACCOUNT)
                .bucket("foreign", "eu-west-1", "111122223333")
                .regionMismatch(mismatch)
                .stateDir(state)
                .start();
        s3 = client();
    }

    private S3Client client() {
        return AwsClients.configured(
                        S3Client.builder(), aws, AwsBasicCredentials.create(AwsClients.KEY, AwsClients.SECRET))
                .forcePathStyle(true)
                .build();
    }

    @AfterEach
    void stop() {
        s3.close();
        aws.close();
    }

    @Test
    void whatIsPutIsThereAlsoInTheNextProcess() throws Exception {
        PutObjectResponse put = put("a b/t+ü.yaml", TEMPLATE);
        s3.close();
        aws.close();
        open(RegionMismatch.PERMANENT_REDIRECT);

        HeadObjectResponse head = s3.headObject(r -> r.bucket("templates").key("a b/t+ü.yaml"));

        assertThat(head.contentLength()).isEqualTo(TEMPLATE.getBytes(StandardCharsets.UTF_8).length);
        assertThat(head.eTag()).isEqualTo(put.eTag());
        assertThat(s3.getObjectAsBytes(r -> r.bucket("templates").key("a b/t+ü.yaml"))
                        .asUtf8String())
                .isEqualTo(TEMPLATE);
        assertThat(aws.objects()).containsExactly("templates/a b/t+ü.yaml");
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void everyChecksumOfTheClientIsVerifiedAndKept(ChecksumAlgorithm algorithm) {
        PutObjectResponse put = s3.putObject(
                r -> r.bucket("templates").key("k").checksumAlgorithm(algorithm), RequestBody.fromString(TEMPLATE));

        assertThat(put.sdkHttpResponse().headers().keySet())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket("templates").key("k")).asUtf8String())
                .isEqualTo(TEMPLATE);
    }

    @Test
    void aChecksumIsToldToWhoeverAsksForIt() {
        PutObjectResponse put = s3.putObject(
                r -> r.bucket("templates").key("k").checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromString(TEMPLATE));

        assertThat(s3.headObject(r -> r.bucket("templates").key("k").checksumMode(ChecksumMode.ENABLED))
                        .checksumSHA256())
                .isNotNull()
                .isEqualTo(put.checksumSHA256());
        assertThat(s3.headObject(r -> r.bucket("templates").key("k")).checksumSHA256())
                .isNull();
    }

    @Test
    void aWrongChecksumStoresNothing() {
        assertThat(refusal(() -> s3.putObject(
                        r -> r.bucket("templates").key("k").checksumSHA256("0".repeat(43) + "="),
                        RequestBody.fromString(TEMPLATE))))
                .isEqualTo("400 BadDigest");
        assertThat(refusal(() -> s3.putObject(
                        r -> r.bucket("templates").key("k").contentMD5("XrY7u+Ae7tCTyyK7j1rNww=="),
                        RequestBody.fromString(TEMPLATE))))
                .isEqualTo("400 BadDigest");
        assertThat(aws.objects()).isEmpty();
    }

    @Test
    void anUploadMayAskToBeTheFirst() {
        put("k", "one");

        assertThat(refusal(() -> s3.putObject(
                        r -> r.bucket("templates").key("k").ifNoneMatch("*"), RequestBody.fromString("two"))))
                .isEqualTo("412 PreconditionFailed");
        assertThat(aws.effects("PutObject")).hasSize(1);
    }

    @Test
    void whatIsMissingAndWhatIsForbiddenAreToldApart() {
        assertThat(refusal(() -> s3.getObjectAsBytes(r -> r.bucket("templates").key("no"))))
                .isEqualTo("404 NoSuchKey");
        assertThat(refusal(() -> s3.getObjectAsBytes(r -> r.bucket("nowhere").key("no"))))
                .isEqualTo("404 NoSuchBucket");
        assertThat(refusal(() -> s3.putObject(r -> r.bucket("foreign").key("k"), RequestBody.fromString("x"))))
                .isEqualTo("403 AccessDenied");
        assertThat(refusal(() -> s3.deleteObject(r -> r.bucket("templates").key("k"))))
                .isEqualTo("501 NotImplemented");
        assertThat(catchThrowableOfType(
                                AwsServiceException.class,
                                () -> s3.headObject(r -> r.bucket("templates").key("no")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBucketSaysWhereItIs() {
        assertThat(s3.headBucket(r -> r.bucket("templates")).bucketRegion()).isEqualTo("eu-west-1");
        assertThat(s3.getBucketLocation(r -> r.bucket("far")).locationConstraintAsString())
                .isEqualTo("us-west-2");
        assertThat(s3.getBucketLocation(r -> r.bucket("oldest")).locationConstraintAsString())
                .isNullOrEmpty();
    }

    @ParameterizedTest
    @EnumSource(RegionMismatch.class)
    void anotherRegionIsAnsweredWithTheRightOne(RegionMismatch mismatch) throws Exception {
        stop();
        open(mismatch);

        AwsServiceException refused = catchThrowableOfType(
                AwsServiceException.class,
                () -> s3.putObject(r -> r.bucket("far").key("k"), RequestBody.fromString("x")));

        boolean redirect = mismatch == RegionMismatch.PERMANENT_REDIRECT;
        assertThat(refused.statusCode()).isEqualTo(redirect ? 301 : 400);
        assertThat(refused.awsErrorDetails().errorCode())
                .isEqualTo(redirect ? "PermanentRedirect" : "AuthorizationHeaderMalformed");
        assertThat(refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region"))
                .hasValue("us-west-2");
        assertThat(aws.requests().get(0).code()).isEqualTo(redirect ? "HTTP 301" : "HTTP 400");
        assertThat(aws.effects("PutObject")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/templates/stacks/t.yaml",
                "https://templates.s3.eu-west-1.amazonaws.com/stacks/t.yaml",
                "https://templates.s3.amazonaws.com/stacks/t.yaml",
                "https://s3.eu-west-1.amazonaws.com/templates/stacks/t.yaml",
                "https://s3-eu-west-1.amazonaws.com/templates/stacks/t.yaml"
            })
    void cloudFormationReadsWhatIsUploaded(String url) {
        put("stacks/t.yaml", TEMPLATE);

        try (CloudFormationClient cloudFormation = AwsClients.cloudFormation(aws)) {
            cloudFormation.createStack(r -> r.stackName("s").templateURL(url.formatted(aws.endpoint())));

            assertThat(cloudFormation.getTemplate(r -> r.stackName("s")).templateBody())
                    .isEqualTo(TEMPLATE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://templates.s3.eu-west-1.amazonaws.com/other",
                "https://example.org/templates/stacks/t.yaml",
                "https://templates.s3.eu-west-1.amazonaws.com",
                "https://no host/"
            })
    void otherUrlsLeadNowhere(String url) {
        put("stacks/t.yaml", TEMPLATE);

        try (CloudFormationClient cloudFormation = AwsClients.cloudFormation(aws)) {
            assertThat(refusal(() ->
                            cloudFormation.createStack(r -> r.stackName("s").templateURL(url))))
                    .isEqualTo("400 ValidationError");
        }
    }

    @Test
    void requestsAreCountedByAction() {
        put("k", "x");
        s3.headBucket(r -> r.bucket("templates"));

        assertThat(aws.requests()).extracting(r -> r.action()).isEqualTo(List.of("PutObject", "HeadBucket"));
    }

    private PutObjectResponse put(String key, String content) {
        return s3.putObject(r -> r.bucket("templates").key(key), RequestBody.fromString(content));
    }

    private static String refusal(ThrowingCallable call) {
        AwsServiceException refused = catchThrowableOfType(AwsServiceException.class, call);
        return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
    }
}
