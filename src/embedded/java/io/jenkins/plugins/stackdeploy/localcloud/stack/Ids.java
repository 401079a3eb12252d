package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.Locale;
import java.util.UUID;

/** New identifiers that look like the real ones. */
public final class Ids {
    private static final int TAIL = 15;

    private Ids() {}

    /** Returns a new UUID, as stacks, events and change sets have. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }

    /** Returns a new request id: a UUID in upper case. */
    public static String requestId() {
        return uuid().toUpperCase(Locale.ROOT);
    }

    /** Returns the id of a new resource, such as {@code vpc-bp1...}; one that is named by a property has that name. */
    static String physical(ResourceTarget target) {
        for (String property : new String[] {"BucketName", "RoleName", "FunctionName"}) {
            if (target.properties().path(property).isTextual()) {
                return target.properties().get(property).asText();
            }
        }
        return target.catalogued().idPrefix() + tail();
    }

    static String tail() {
        return uuid().replace("-", "").substring(0, TAIL);
    }
}
