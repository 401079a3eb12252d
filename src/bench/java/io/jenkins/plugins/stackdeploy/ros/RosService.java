package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where a fleet's calls go to.
 *
 * @param endpoint host and port
 * @param account the access key's id
 * @param apis makes a client for each deployment, as each step does
 */
public record RosService(String endpoint, String account, Supplier<RosApi> apis) {
    /**
     * A local ROS over HTTP, in real time.
     *
     * @param endpoint its host and port
     * @param keyId a key that it knows
     * @param secret the key's secret
     */
    public static RosService at(String endpoint, String keyId, String secret) {
        AccessKey key = new AccessKey(keyId, secret, null, null);
        RpcEndpoint rpc = RpcEndpoint.parse("http://" + endpoint);
        return new RosService(endpoint, keyId, () -> new TeaRosApi(rpc, RosClient.VERSION, () -> key, null));
    }

    /**
     * A local ROS over HTTP that lives in another time than its HTTP server.
     *
     * @param ros the endpoint
     * @param keyId a key that it knows
     * @param secret the key's secret
     * @param clock the time that it lives in
     */
    public static RosService at(LocalRos ros, String keyId, String secret, InstantSource clock) {
        RosApi shared = at(ros.endpoint(), keyId, secret).api();
        return new RosService(ros.endpoint(), keyId, () -> new ServiceTime(shared, clock));
    }

    RosApi api() {
        return apis.get();
    }
}
