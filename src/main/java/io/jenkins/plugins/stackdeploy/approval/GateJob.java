package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import java.util.List;

/**
 * A gate with what Jenkins does about it; kept beside the build.
 *
 * @param request what is to be decided
 * @param remindEveryMinutes how often people are reminded; null for never
 * @param supersedes whether older runs of the same job do not go on waiting at a gate of this name
 * @param webhooks URLs that are told of what happens
 * @param mail addresses that are told of it by mail, and {@link GateMail#APPROVERS} for everybody whom a rule names
 */
record GateJob(
        GateRequest request, Integer remindEveryMinutes, boolean supersedes, List<String> webhooks, List<String> mail) {
    GateJob {
        webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
        mail = mail == null ? List.of() : List.copyOf(mail);
    }

    /** The same with another message; null for none. */
    GateJob asking(String message) {
        GateRequest asked = new GateRequest(
                request.name(),
                message,
                request.policy(),
                request.requesters(),
                request.planDigest(),
                request.opened(),
                request.deadline(),
                request.approvedAtDeadline());
        return new GateJob(asked, remindEveryMinutes, supersedes, webhooks, mail);
    }
}
