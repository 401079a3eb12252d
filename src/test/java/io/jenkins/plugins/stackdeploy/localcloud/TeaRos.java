package io.jenkins.plugins.stackdeploy.localcloud;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** The vendor's own generic client, pointed at a local endpoint. */
final class TeaRos {
    static final String ACCOUNT = "1234567890123456";
    static final String REGION = "cn-hangzhou";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Client client;

    private TeaRos(Client client) {
        this.client = client;
    }

    static TeaRos of(LocalRos ros) throws Exception {
        return of(ros, config("AK", "SECRET"));
    }

    static TeaRos of(LocalRos ros, Config config) throws Exception {
        return of(ros.endpoint(), config);
    }

    static TeaRos of(String endpoint, Config config) throws Exception {
        return new TeaRos(new Client(config.setEndpoint(endpoint).setProtocol("HTTP")));
    }

    static Config config(String accessKeyId, String secret) {
        return new Config().setAccessKeyId(accessKeyId).setAccessKeySecret(secret);
    }

    /** Calls a ROS action in the test region: everything in the query, TemplateBody in the form, as the SDKs do. */
    JsonNode call(String action, String... namesAndValues) throws Exception {
        Map<String, String> query = new HashMap<>();
        query.put("RegionId", REGION);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return call("2019-09-10", action, query);
    }

    JsonNode sts(String action, Map<String, String> query) throws Exception {
        return call("2015-04-01", action, new HashMap<>(query));
    }

    private JsonNode call(String version, String action, Map<String, String> query) throws Exception {
        OpenApiRequest request = new OpenApiRequest();
        String template = query.remove("TemplateBody");
        if (template != null) {
            request.setBody(Map.of("TemplateBody", template));
        }
        request.setQuery(query);
        Params params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol("HTTP")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setPathname("/")
                .setReqBodyType("formData")
                .setBodyType("json");
        RuntimeOptions options = new RuntimeOptions();
        options.autoretry = false;
        options.readTimeout = 20_000;
        options.connectTimeout = 5_000;
        return MAPPER.valueToTree(client.callApi(params, request, options).get("body"));
    }
}
