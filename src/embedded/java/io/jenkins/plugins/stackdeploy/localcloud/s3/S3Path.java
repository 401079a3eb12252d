package io.jenkins.plugins.stackdeploy.localcloud.s3;

import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;

/**
 * What a path-style request is about.
 *
 * @param bucket the bucket, or an empty text
 * @param key the object, or an empty text
 */
record S3Path(String bucket, String key) {
    static S3Path of(WireRequest request) {
        String path = request.path().substring(1);
        int slash = path.indexOf('/');
        return slash < 0 ? new S3Path(path, "") : new S3Path(path.substring(0, slash), path.substring(slash + 1));
    }

    /** Returns the name of the action, or an empty text for one that the local cloud does not have. */
    String action(WireRequest request) {
        if (key.isEmpty()) {
            return switch (request.method()) {
                case "HEAD" -> "HeadBucket";
                case "GET" -> request.query().containsKey("location") ? "GetBucketLocation" : "";
                default -> "";
            };
        }
        return switch (request.method()) {
            case "HEAD" -> "HeadObject";
            case "GET" -> "GetObject";
            case "PUT" -> "PutObject";
            default -> "";
        };
    }
}
