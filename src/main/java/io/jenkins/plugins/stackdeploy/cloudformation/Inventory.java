package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.List;

/** The instances of a stack set as they were last read, and whether something has been done to them since. */
final class Inventory {
    private final StackSetClient client;
    private final String name;
    private final CallAs callAs;
    private InstanceList list;
    private List<Instance> instances = List.of();
    private boolean known;

    Inventory(StackSetClient client, String name, CallAs callAs) {
        this.client = client;
        this.name = name;
        this.callAs = callAs;
    }

    /** Reads all instances, anew unless an earlier reading was cut short and nothing else was begun since. */
    List<Instance> read() throws CloudException {
        if (list == null) {
            list = new InstanceList(client, name, callAs);
        }
        instances = list.all();
        list = null;
        known = true;
        return instances;
    }

    /** The instances as they are after all that was done. */
    List<Instance> settled() throws CloudException {
        return known ? instances : read();
    }

    /** What is known of the instances does not hold any longer. */
    void forget() {
        known = false;
        dropHalfRead();
    }

    /** A reading that was cut short does not go on: what it has read may be from before something that happened since. */
    void dropHalfRead() {
        list = null;
    }

    /** The instances that were read last, even if something has been done since; none when they never were. */
    List<Instance> last() {
        return instances;
    }

    /** Whether nothing has been done since the instances were read. */
    boolean isKnown() {
        return known;
    }
}
