package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;

/**
 * Reads all instances of a stack set. A reading that failed or ran out of calls goes on where it was; when it was interrupted
 * for so long that the service does not take its token any longer, it begins again, once.
 */
final class InstanceList {
    private final StackSetClient client;
    private final String name;
    private final CallAs callAs;
    /** By place: an instance that moves to the next page while pages are read is on two of them. */
    private final Map<Place, Instance> read = new LinkedHashMap<>();

    private String token;
    private boolean complete;
    private boolean begunAgain;

    InstanceList(StackSetClient client, String name, CallAs callAs) {
        this.client = client;
        this.name = name;
        this.callAs = callAs;
    }

    /**
     * Reads to the end.
     *
     * @return all instances, in the service's order
     * @throws CloudException when a call failed; what has been read is kept
     */
    List<Instance> all() throws CloudException {
        while (!complete) {
            try {
                Page<StackInstanceSummary> page = client.instances(name, callAs, token, InstanceFilter.ALL);
                page.items().stream().map(Instance::of).forEach(instance -> read.put(instance.place(), instance));
                token = page.nextToken();
                complete = token == null;
            } catch (CloudException failed) {
                beginAgain(failed);
            }
        }
        return List.copyOf(read.values());
    }

    private void beginAgain(CloudException failed) throws CloudException {
        if (failed.kind() != FaultKind.REFUSED || token == null || begunAgain) {
            throw failed;
        }
        begunAgain = true;
        token = null;
        read.clear();
    }
}
