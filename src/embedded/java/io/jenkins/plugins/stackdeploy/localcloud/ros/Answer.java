package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an action answers.
 *
 * @param body the fields without RequestId, which the gateway adds
 * @param effect whether something changed
 */
record Answer(ObjectNode body, boolean effect) {
    static Answer of(ObjectNode body) {
        return new Answer(body, false);
    }
}
