package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * What the SDK's clients need of the machine: connections, and the thread that ends calls whose answer takes too long. Not
 * the clients' own, which would be up to five threads for each of them.
 */
final class HttpPool {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final SdkHttpClient http;
    private final Duration answer;
    private final ScheduledThreadPoolExecutor timer;

    /**
     * A pool.
     *
     * @param proxy through what to call; null to leave it to the Java virtual machine's settings
     * @param answer how long an attempt waits for its answer
     */
    HttpPool(AwsProxy proxy, Duration answer) {
        this(connections(proxy, answer), answer);
    }

    /** A pool of connections that it closes. */
    HttpPool(SdkHttpClient http, Duration answer) {
        this.http = http;
        this.answer = answer;
        // The thread is not made before the first call.
        this.timer = new ScheduledThreadPoolExecutor(1, Watcher.named("aws-timeouts-"));
        // Nearly all calls are answered in time; what was to end them need not be kept for a minute.
        timer.setRemoveOnCancelPolicy(true);
    }

    private static SdkHttpClient connections(AwsProxy proxy, Duration answer) {
        ApacheHttpClient.Builder client =
                ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer);
        if (proxy != null) {
            client.proxyConfiguration(ProxyConfiguration.builder()
                    .endpoint(proxy.address())
                    .username(proxy.user())
                    .password(proxy.password())
                    .nonProxyHosts(proxy.direct())
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build());
        }
        return client.build();
    }

    SdkHttpClient http() {
        return http;
    }

    /** How long an attempt waits for its answer. */
    Duration answer() {
        return answer;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    void close() {
        http.close();
        timer.shutdownNow();
    }
}
