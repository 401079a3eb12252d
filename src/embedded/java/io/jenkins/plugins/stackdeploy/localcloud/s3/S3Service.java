package io.jenkins.plugins.stackdeploy.localcloud.s3;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsService;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryXml;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** S3, path-style: HeadBucket, GetBucketLocation, HeadObject, GetObject and PutObject. */
public final class S3Service implements AwsService {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String REGION_HEADER = "x-amz-bucket-region";

    private final ObjectStore store;
    private final RegionMismatch mismatch;

    /**
     * @param store buckets and objects
     * @param mismatch the answer to a request for another region than the bucket's
     */
    public S3Service(ObjectStore store, RegionMismatch mismatch) {
        this.store = store;
        this.mismatch = mismatch;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public String action(WireRequest request) {
        return S3Path.of(request).action(request);
    }

    @Override
    public String token(WireRequest request) {
        return null;
    }

    @Override
    public AwsAnswer run(AwsCall call) {
        S3Path path = S3Path.of(call.request());
        if (call.action().isEmpty()) {
            throw new ApiError(
                    501,
                    "NotImplemented",
                    "A header or query you provided implies functionality that is not implemented.");
        }
        Bucket bucket = store.bucket(path.bucket())
                .orElseThrow(() -> new ApiError(404, "NoSuchBucket", "The specified bucket does not exist"));
        if (!bucket.accountId().equals(call.accountId())) {
            throw new ApiError(403, "AccessDenied", "Access Denied");
        }
        if (call.action().equals("GetBucketLocation")) {
            return read(location(bucket));
        }
        if (!bucket.region().equals(call.region())) {
            return read(elsewhere(bucket, call));
        }
        return switch (call.action()) {
            case "HeadBucket" ->
                read(Reply.bytes(200, "application/xml", new byte[0]).header(REGION_HEADER, bucket.region()));
            case "PutObject" -> new AwsAnswer(put(call, path), true);
            default -> read(get(call, path));
        };
    }

    @Override
    public Reply error(ApiError error, String requestId) {
        return error(error.status(), error.code(), String.valueOf(error.getMessage()), requestId, "");
    }

    private Reply put(AwsCall call, S3Path path) {
        if (call.request().header("if-none-match").orElse("").equals("*")
                && store.object(path.bucket(), path.key()).isPresent()) {
            throw new ApiError(
                    412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }
        Map<String, String> checksums = Checksum.verified(
                call.payload(),
                name -> call.request().header(name).orElse(call.trailers().get(name)));
        StoredObject object = new StoredObject(
                path.key(),
                call.payload(),
                call.request().header("content-type").orElse("binary/octet-stream"),
                checksums,
                call.now());
        store.put(path.bucket(), object);
        return withChecksums(described(Reply.bytes(200, "application/xml", new byte[0]), object), object);
    }

    private Reply get(AwsCall call, S3Path path) {
        StoredObject object = store.object(path.bucket(), path.key())
                .orElseThrow(() -> new ApiError(404, "NoSuchKey", "The specified key does not exist."));
        Reply reply = Reply.bytes(200, object.contentType(), object.content());
        boolean checked =
                call.request().header("x-amz-checksum-mode").orElse("").equals("ENABLED");
        return (checked ? withChecksums(described(reply, object), object) : described(reply, object))
                .header("Last-Modified", httpDate(object.storedAt()))
                .header("Accept-Ranges", "bytes");
    }

    private static Reply described(Reply reply, StoredObject object) {
        return reply.header("ETag", object.entityTag()).header("x-amz-server-side-encryption", "AES256");
    }

    /** Checksums are told of an upload, and later to whoever asks for them. */
    private static Reply withChecksums(Reply reply, StoredObject object) {
        Reply result = reply;
        for (Map.Entry<String, String> checksum : object.checksums().entrySet()) {
            result = result.header(checksum.getKey(), checksum.getValue());
        }
        return result;
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Reply location(Bucket bucket) {
        // The oldest region has no name here.
        String region = bucket.region().equals("us-east-1") ? "" : bucket.region();
        return Reply.xml(
                200,
                HEADER + "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + region
                        + "</LocationConstraint>");
    }

    private Reply elsewhere(Bucket bucket, AwsCall call) {
        String more = "<Bucket>" + bucket.name() + "</Bucket><Region>" + bucket.region() + "</Region><Endpoint>s3."
                + bucket.region() + ".amazonaws.com</Endpoint>";
        String message = mismatch.message(call.region(), bucket.region());
        return error(mismatch.status(), mismatch.code(), message, call.requestId(), more)
                .header(REGION_HEADER, bucket.region());
    }

    private static Reply error(int status, String code, String message, String requestId, String more) {
        return Reply.xml(
                        status,
                        HEADER + "<Error><Code>" + code + "</Code><Message>" + QueryXml.escape(message) + "</Message>"
                                + more + "<RequestId>" + requestId + "</RequestId><HostId>local</HostId></Error>")
                .header("x-amz-request-id", requestId);
    }

    private static AwsAnswer read(Reply reply) {
        return new AwsAnswer(reply, false);
    }
}
