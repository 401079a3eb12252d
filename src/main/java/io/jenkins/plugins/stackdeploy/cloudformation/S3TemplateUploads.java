package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Templates in S3 buckets, named by the digests of their texts, so that one that is there already need not be sent again. A
 * name proves nothing, since others may write to the bucket too: what is there counts only if S3 itself, which checks each
 * upload against its checksum, tells the template's SHA-256 of it. Source: S3 user guide, "Checking object integrity".
 */
final class S3TemplateUploads implements TemplateUploads {
    private static final String REGION_HEADER = "x-amz-bucket-region";
    private static final int MOVED = 301;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final AwsSession session;
    private final AwsCalls calls;

    S3TemplateUploads(AwsSession session, AwsCalls calls) {
        this.session = session;
        this.calls = calls;
    }

    @Override
    public String url(StackSetTemplate template, String digest) throws CloudException {
        if (template.body() == null || template.bucket() == null || !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a template with a text and a bucket, and its SHA-256, are needed");
        }
        int slash = template.bucket().indexOf('/');
        String bucket = slash < 0 ? template.bucket() : template.bucket().substring(0, slash);
        String prefix = slash < 0 ? "" : template.bucket().substring(slash + 1).replaceAll("/+$", "") + "/";
        String key = (prefix.equals("/") ? "" : prefix) + "stack-deploy/" + digest + ".template";
        try {
            return url(bucket, key, template.body());
        } catch (CloudException failed) {
            // S3 does not say which bucket it means.
            throw new CloudException(
                    failed.kind(),
                    failed.action(),
                    failed.code(),
                    Messages.Upload_failed(bucket, failed.getMessage()),
                    failed.requestId());
        }
    }

    private String url(String bucket, String key, String body) throws CloudException {
        S3Client s3 = session.s3(region(bucket));
        String checksum = checksum(body);
        if (!isThere(s3, bucket, key, checksum)) {
            calls.write(
                    "PutObject",
                    () -> s3.putObject(
                            request -> request.bucket(bucket)
                                    .key(key)
                                    .contentType("text/plain; charset=utf-8")
                                    .checksumSHA256(checksum),
                            RequestBody.fromString(body, StandardCharsets.UTF_8)));
        }
        return address(s3, bucket, key);
    }

    /** Of the form that the bucket's region and name ask for. */
    static String address(S3Client s3, String bucket, String key) {
        return s3.utilities().getUrl(request -> request.bucket(bucket).key(key)).toExternalForm();
    }

    /** S3 tells a bucket's region to whoever asks in another one, even to those who may not see the bucket. */
    private String region(String bucket) throws CloudException {
        String own = session.settings().region();
        return calls.read("HeadBucket", () -> {
            try {
                String told = session.s3(own)
                        .headBucket(request -> request.bucket(bucket))
                        .bucketRegion();
                return told == null ? own : told;
            } catch (S3Exception refused) {
                Optional<String> told = Optional.ofNullable(refused.awsErrorDetails())
                        .map(details -> details.sdkHttpResponse())
                        .flatMap(answer -> answer.firstMatchingHeader(REGION_HEADER));
                boolean elsewhere = refused.statusCode() == MOVED || refused.statusCode() == BAD_REQUEST;
                if (told.isPresent() && (elsewhere || refused.statusCode() == FORBIDDEN)) {
                    return told.get();
                }
                if (refused.statusCode() == FORBIDDEN) {
                    return own;
                }
                throw refused;
            }
        });
    }

    /** As S3 writes it. That of an object that was uploaded in parts is not of its text, and has another form. */
    private static String checksum(String body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private boolean isThere(S3Client s3, String bucket, String key, String checksum) throws CloudException {
        return calls.read("HeadObject", () -> {
            try {
                return checksum.equals(
                        s3.headObject(request -> request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED))
                                .checksumSHA256());
            } catch (S3Exception refused) {
                // S3 says "forbidden" of a missing object to whoever may not list the bucket.
                if (refused.statusCode() == NOT_FOUND || refused.statusCode() == FORBIDDEN) {
                    return false;
                }
                throw refused;
            }
        });
    }
}
