package io.jenkins.plugins.stackdeploy.localcloud.s3;

import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects of S3 by their URLs: path-style, also at the local endpoint, and virtual-hosted-style. */
public final class S3Templates implements TemplateStore {
    private static final Pattern SERVICE = Pattern.compile("(?:(.+)\\.)?s3(?:[.-][a-z0-9-]+)?\\.amazonaws\\.com");
    private static final Pattern LOCAL = Pattern.compile("127\\.0\\.0\\.1|localhost");

    private final ObjectStore store;

    /** Makes the objects of a store readable. */
    public S3Templates(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> read(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().isEmpty()) {
            return Optional.empty();
        }
        String path = uri.getPath().substring(1);
        Matcher service = SERVICE.matcher(uri.getHost());
        boolean atService = service.matches();
        if (atService && service.group(1) != null) {
            return content(service.group(1), path);
        }
        int slash = path.indexOf('/');
        return slash > 0 && (atService || LOCAL.matcher(uri.getHost()).matches())
                ? content(path.substring(0, slash), path.substring(slash + 1))
                : Optional.empty();
    }

    private Optional<byte[]> content(String bucket, String key) {
        return store.object(bucket, key).map(object -> object.content().clone());
    }
}
