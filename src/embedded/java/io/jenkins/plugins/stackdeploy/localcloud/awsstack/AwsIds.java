package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceTarget;
import java.util.Locale;

/** New identifiers that look like the real ones. */
public final class AwsIds {
    private static final int TAIL = 12;
    private static final int HEX_TAIL = 16;

    private AwsIds() {}

    /** Returns the ARN of a new stack or change set. */
    public static String arn(String kind, String name, String accountId, String region) {
        return "arn:aws:cloudformation:" + region + ":" + accountId + ":" + kind + "/" + name + "/" + Ids.uuid();
    }

    /** Returns the id of a new resource; one that is named by a property has that name. */
    static String physical(AwsStack stack, ResourceTarget target) {
        String kind = target.type().substring(target.type().lastIndexOf(':') + 1);
        JsonNode name = target.properties().path(kind + "Name");
        if (name.isTextual()) {
            return name.asText();
        }
        String hex = Ids.uuid().replace("-", "");
        if (target.type().startsWith("AWS::EC2::")) {
            return target.catalogued().idPrefix() + hex.substring(0, HEX_TAIL);
        }
        String tail = hex.substring(0, TAIL);
        String id = stack.name() + "-" + target.logicalId() + "-" + tail.toUpperCase(Locale.ROOT);
        return kind.equals("Bucket") ? id.toLowerCase(Locale.ROOT) : id;
    }
}
