package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import java.util.Collection;
import java.util.Map;

/**
 * Looks at the operations of one stack set for everybody who waits for any of them. CloudFormation has no call that tells of
 * operations of several stack sets.
 *
 * @param client calls CloudFormation
 * @param name the stack set's name
 * @param callAs in which role; null for the default
 */
record SetLooker(StackSetClient client, String name, CallAs callAs) implements Looker {
    /** What stands for the stack set; the same name in another role may be another one. */
    String id() {
        return callAs == null ? name : name + " as " + callAs;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Map<String, SetLook> look(Collection<String> ids) throws CloudException {
        return Map.of(id(), new SetLook(id(), client.operations(name, callAs, null)));
    }
}
