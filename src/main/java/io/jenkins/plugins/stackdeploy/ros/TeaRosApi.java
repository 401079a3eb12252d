package io.jenkins.plugins.stackdeploy.ros;

import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaUnretryableException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.aliyun.teautil.models.TeaUtilException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Calls through the vendor's generic client, signed with ACS3-HMAC-SHA256. The client's own retries stay off: they do not
 * know of idempotency tokens.
 */
public final class TeaRosApi implements RosApi {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RpcEndpoint endpoint;
    private final String version;
    private final AccessKeySource keys;
    private final HttpProxy proxy;
    private Client client;
    private AccessKey clientKey;

    /**
     * A client of one API.
     *
     * @param endpoint where to call
     * @param version the API's version, such as {@code 2019-09-10}
     * @param keys what to sign with
     * @param proxy through what to call; null for no proxy
     */
    public TeaRosApi(RpcEndpoint endpoint, String version, AccessKeySource keys, HttpProxy proxy) {
        this.endpoint = endpoint;
        this.version = version;
        this.keys = keys;
        this.proxy = proxy;
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        String protocol = endpoint.https() ? "HTTPS" : "HTTP";
        Params params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol(protocol)
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        OpenApiRequest request = new OpenApiRequest().setQuery(query);
        if (!body.isEmpty()) {
            request.setBody(body);
        }
        Client current = client(keys.get());
        try {
            return answer(current.callApi(params, request, options()));
        } catch (TeaException failed) {
            throw refused(action, failed);
        } catch (TeaUnretryableException failed) {
            throw unanswered(action, failed.getMessage());
        } catch (TeaUtilException failed) {
            throw new CloudException(FaultKind.TRANSIENT, action, null, Messages.Api_notJson(endpoint.host()), null);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw unanswered(action, failed.getMessage());
        }
    }

    private synchronized Client client(AccessKey key) throws CloudException {
        if (client == null || !key.equals(clientKey)) {
            Config config = new Config()
                    .setAccessKeyId(key.id())
                    .setAccessKeySecret(key.secret())
                    .setSecurityToken(key.securityToken())
                    .setEndpoint(endpoint.host())
                    .setProtocol(endpoint.https() ? "HTTPS" : "HTTP")
                    .setUserAgent("Jenkins-Stack-Deploy");
            try {
                client = new Client(config);
            } catch (Exception failed) {
                throw new CloudException(FaultKind.CREDENTIALS, "Client", null, Messages.Api_noClient(key.id()), null);
            }
            clientKey = key;
        }
        return client;
    }

    private RuntimeOptions options() {
        RuntimeOptions options = new RuntimeOptions()
                .setAutoretry(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS);
        if (proxy != null) {
            options.setHttpProxy(proxy.url()).setHttpsProxy(proxy.url());
        }
        return options;
    }

    private static Answer answer(Map<String, ?> response) {
        JsonNode body = JSON.valueToTree(response.get("body"));
        Instant date = null;
        if (response.get("headers") instanceof Map<?, ?> headers && headers.get("date") instanceof String text) {
            try {
                date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException odd) {
                date = null;
            }
        }
        return new Answer(body, date);
    }

    private CloudException refused(String action, TeaException failed) {
        Map<String, Object> data = failed.getData() == null ? Map.of() : failed.getData();
        String message = text(data.get("Message"), failed.getMessage());
        String requestId = text(data.get("RequestId"), null);
        int status = failed.getStatusCode() == null ? 0 : failed.getStatusCode();
        // The string to sign that follows holds headers and parameters of the request.
        int signed = message.indexOf("server string to sign");
        if (signed > 0) {
            message = message.substring(0, signed).strip();
        }
        FaultKind kind = RosErrors.kind(failed.getCode(), message, status);
        if (kind == FaultKind.CREDENTIALS && keys.refused()) {
            kind = FaultKind.TRANSIENT;
        }
        return new CloudException(kind, action, failed.getCode(), message, requestId);
    }

    private CloudException unanswered(String action, String why) {
        return new CloudException(
                FaultKind.NO_ANSWER,
                action,
                null,
                Messages.Api_noAnswer(endpoint.host(), why == null ? "" : why),
                null);
    }

    private static String text(Object value, String otherwise) {
        return value instanceof String text && !text.isEmpty() ? text : otherwise;
    }
}
