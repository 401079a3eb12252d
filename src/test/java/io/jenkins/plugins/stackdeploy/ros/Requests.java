package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as steps make them, with what most tests want; each test says only what it is about. */
final class Requests {
    private static final int WATCH_MINUTES = 60;

    private Requests() {}

    static Deploy deploy(String stackName, String template) {
        return new Deploy(stackName, template);
    }

    static RosDeleteRequest delete(String stackName) {
        return new RosDeleteRequest(stackName, List.of(), false, null, true, EventDetail.ALL, true, WATCH_MINUTES);
    }

    static RosDeleteRequest deleteRetaining(String stackName, String... logicalIds) {
        return new RosDeleteRequest(
                stackName, List.of(logicalIds), false, null, true, EventDetail.ALL, true, WATCH_MINUTES);
    }

    static RosStatusRequest status(String stackName, boolean detectDrift) {
        return new RosStatusRequest(stackName, detectDrift, WATCH_MINUTES);
    }

    /** Makes a request to deploy. */
    static final class Deploy {
        private final String stackName;
        private final RosTemplate template;
        private final List<RosParameter> parameters = new ArrayList<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private Boolean disableRollback;
        private Boolean deletionProtection;
        private boolean recreate;
        private boolean waitForOthers = true;
        private boolean waitForEnd = true;
        private EventDetail events = EventDetail.ALL;
        private int watchMinutes = WATCH_MINUTES;
        private Integer timeoutInMinutes;

        private Deploy(String stackName, String body) {
            this.stackName = stackName;
            this.template = new RosTemplate("stack.yaml", body, null, null, null, 0);
        }

        Deploy parameter(String key, String value) {
            parameters.add(new RosParameter(key, value, false));
            return this;
        }

        Deploy secret(String key) {
            parameters.add(new RosParameter(key, null, true));
            return this;
        }

        Deploy tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        Deploy withoutRollback() {
            disableRollback = true;
            return this;
        }

        Deploy deletionProtection(boolean isProtected) {
            deletionProtection = isProtected;
            return this;
        }

        Deploy recreate() {
            recreate = true;
            return this;
        }

        Deploy refuseToWaitForOthers() {
            waitForOthers = false;
            return this;
        }

        Deploy withoutWaiting() {
            waitForEnd = false;
            return this;
        }

        Deploy showing(EventDetail detail) {
            events = detail;
            return this;
        }

        Deploy watchMinutes(int minutes) {
            watchMinutes = minutes;
            return this;
        }

        Deploy timeoutInMinutes(int minutes) {
            timeoutInMinutes = minutes;
            return this;
        }

        RosDeployRequest get() {
            return new RosDeployRequest(
                    stackName,
                    template,
                    parameters,
                    null,
                    tags,
                    timeoutInMinutes,
                    disableRollback,
                    deletionProtection,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    recreate,
                    waitForOthers,
                    events,
                    waitForEnd,
                    watchMinutes);
        }
    }
}
