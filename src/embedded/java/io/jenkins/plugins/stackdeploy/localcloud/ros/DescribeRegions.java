package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DescribeRegions. The endpoint is the real, central one: no client should follow it from here. */
final class DescribeRegions implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("AcceptLanguage:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode regions = answer.putArray("Regions");
        for (String id : call.cloud().options().regions()) {
            regions.addObject().put("RegionId", id).put("LocalName", id).put("RegionEndpoint", "ros.aliyuncs.com");
        }
        return Answer.of(answer);
    }
}
