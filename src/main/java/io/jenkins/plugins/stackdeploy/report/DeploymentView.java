package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a page shows of one deployment.
 *
 * @param id unique in the build
 * @param target what is deployed to
 * @param name the stack's or the stack set's name
 * @param region where it is
 * @param action what is done, such as {@code CREATE}; null before that is decided
 * @param state how it stands
 * @param stage how far it is, while it goes on
 * @param status the last status of the stack or the operation; null before one was seen
 * @param tone what the status means; null without a status
 * @param message what happened, when it is over; null before
 * @param changed whether anything was changed
 * @param startedAt when it began
 * @param endedAt when it ended; null while it goes on
 * @param expected how many resources or instances there will be; 0 when unknown
 * @param consoleUrl its page at the cloud, safe to link to; null when there is none
 * @param failure what failed and why; null when nothing did
 * @param resources by the time of their first event
 * @param instances those of a stack set, by account and region
 * @param outputs by key
 * @param leftOut how many events were not kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeploymentView(
        String id,
        Entry.Target target,
        String name,
        String region,
        String action,
        State state,
        Stage stage,
        String status,
        Tone tone,
        String message,
        boolean changed,
        Instant startedAt,
        Instant endedAt,
        int expected,
        String consoleUrl,
        FailureSummary failure,
        List<ResourceView> resources,
        List<InstanceView> instances,
        Map<String, String> outputs,
        int leftOut) {

    /** How a deployment stands. */
    enum State {
        /** It goes on. */
        RUNNING,
        SUCCESS,
        FAILURE,
        ABORTED,
        /** The build ended before the deployment did; nobody watches it any longer. */
        UNWATCHED
    }

    /** The same after the build has ended: what goes on then, goes on unseen. */
    DeploymentView afterTheBuild() {
        return state != State.RUNNING
                ? this
                : new DeploymentView(
                        id,
                        target,
                        name,
                        region,
                        action,
                        State.UNWATCHED,
                        stage,
                        status,
                        tone,
                        message,
                        changed,
                        startedAt,
                        endedAt,
                        expected,
                        consoleUrl,
                        failure,
                        resources,
                        instances,
                        outputs,
                        leftOut);
    }

    /** How many resources or instances have a last status of this tone. */
    long count(Tone wanted) {
        return resources.stream().filter(each -> each.tone() == wanted).count()
                + instances.stream().filter(each -> each.tone() == wanted).count();
    }
}
