package io.jenkins.plugins.stackdeploy.approval;

import java.util.List;

/**
 * What a gate starts once it is approved; kept beside the build, without values that may be secret.
 *
 * @param jobs names of jobs, as seen from the job of the build
 * @param buildParameters names of the build's own parameters that are passed on
 * @param parameters further parameters, {@code NAME=value} a line, in which variables of the build stand for their values
 * @param runAs the id of whom the build ran as, whose permission to build the jobs counts
 */
record DownstreamRequest(List<String> jobs, List<String> buildParameters, List<String> parameters, String runAs) {
    DownstreamRequest {
        jobs = List.copyOf(jobs);
        buildParameters = List.copyOf(buildParameters);
        parameters = List.copyOf(parameters);
    }
}
