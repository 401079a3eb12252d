package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Delivery;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes the SDK's signed queries to a local AWS without a network, for tests that make a hundred thousand calls. Making a
 * client of the SDK takes as long as a deployment: one is made for all, and it calls the AWS of the thread.
 */
final class InProcessHttp implements SdkHttpClient {
    /** The one that this thread calls. */
    static final ThreadLocal<LocalAws> AWS = new ThreadLocal<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(AWS.get().serve(wire(request)));
            }

            @Override
            public void abort() {
                throw new UnsupportedOperationException("there is nothing to wait for");
            }
        };
    }

    private static WireRequest wire(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        Map<String, String> headers = new HashMap<>();
        http.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return new WireRequest(
                http.method().name(), "/", "/", http.encodedQueryParameters().orElse(null), headers, body(request));
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        ContentStreamProvider content = request.contentStreamProvider().get();
        try (InputStream in = content.newStream()) {
            return in.readAllBytes();
        }
    }

    private static HttpExecuteResponse answer(Reply reply) throws IOException {
        if (reply.delivery() != Delivery.WHOLE) {
            throw new IOException("the answer is " + reply.delivery());
        }
        SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(reply.status());
        response.putHeader("Content-Type", reply.contentType());
        reply.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(reply.body())))
                .build();
    }

    @Override
    public void close() {}
}
