package io.jenkins.plugins.stackdeploy.approval;

/**
 * What became of one job that a gate was to start.
 *
 * @param build the number of the build; null when there is none
 * @param refusal why there is none, for people; null when there is one
 */
record DownstreamStart(Integer build, String refusal) {
    static DownstreamStart of(int build) {
        return new DownstreamStart(build, null);
    }

    static DownstreamStart refused(String why) {
        return new DownstreamStart(null, why);
    }
}
