package io.jenkins.plugins.stackdeploy.ros;

import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaUnretryableException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.aliyun.teautil.models.TeaUtilException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.HttpProxy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls through the vendor's generic client, signed with ACS3-HMAC-SHA256. The client's own retries stay off: they do not
 * know of idempotency tokens. Answers are read here and not by the client, which rounds large numbers and fails in various
 * ways on answers that are not JSON. A controller whose clock is wrong signs by that of the service.
 */
public final class TeaRosApi implements RosApi {
    private static final Logger LOGGER = Logger.getLogger(TeaRosApi.class.getName());
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the service answers when a request was signed more than 15 minutes ago or from now, by its clock. */
    private static final String SKEWED = "InvalidTimeStamp.Expired";

    private final RpcEndpoint endpoint;
    private final String version;
    private final AccessKeySource keys;
    private final HttpProxy proxy;
    private final Patience patience;
    private final InstantSource clock;
    /** By how much the service's clock is ahead of this controller's; zero as long as that does not matter. */
    private volatile Duration ahead = Duration.ZERO;

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
        this(endpoint, version, keys, proxy, new Patience(CONNECT_MILLIS, READ_MILLIS), InstantSource.system());
    }

    /**
     * How long to wait.
     *
     * @param connectMillis for a connection
     * @param readMillis for the next piece of an answer
     */
    record Patience(int connectMillis, int readMillis) {}

    /** A client that waits so long, and tells when it signs by a clock. */
    TeaRosApi(
            RpcEndpoint endpoint,
            String version,
            AccessKeySource keys,
            HttpProxy proxy,
            Patience patience,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.version = version;
        this.keys = keys;
        this.proxy = proxy;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        OpenApiRequest request = new OpenApiRequest().setQuery(query);
        if (!body.isEmpty()) {
            request.setBody(body);
        }
        AccessKey key = keys.get();
        Map<String, ?> response = send(action, client(key), request);
        if (isSkewed(response)) {
            response = send(action, client(key), request);
        }
        return answer(action, key, response);
    }

    /** Whether a request was refused for this controller's clock, and the service has told what its own says. */
    private boolean isSkewed(Map<String, ?> response) {
        Instant there = date(response.get("headers"));
        if (there == null || !SKEWED.equals(text(json(response.get("body")), "Code", "code", null))) {
            return false;
        }
        ahead = Duration.between(clock.instant(), there);
        LOGGER.log(Level.WARNING, "The clock of this controller differs from that of {0} by {1}", new Object[] {
            endpoint.host(), ahead
        });
        return true;
    }

    private Map<String, ?> send(String action, Client current, OpenApiRequest request) throws CloudException {
        Params params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol(protocol())
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("string");
        Instant now = clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        request.setHeaders(Map.of("x-acs-date", now.toString()));
        try {
            return current.callApi(params, request, options());
        } catch (TeaException failed) {
            // Nothing was sent: the client found the request or the key wanting.
            throw new CloudException(FaultKind.REFUSED, action, failed.getCode(), failed.getMessage(), null);
        } catch (TeaUnretryableException | TeaUtilException failed) {
            throw unanswered(action, failed.getMessage());
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
                    .setProtocol(protocol())
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

    private String protocol() {
        return endpoint.https() ? "HTTPS" : "HTTP";
    }

    private RuntimeOptions options() {
        RuntimeOptions options = new RuntimeOptions()
                .setAutoretry(false)
                .setConnectTimeout(patience.connectMillis)
                .setReadTimeout(patience.readMillis)
                .setReturnErrorResponse(true);
        if (proxy != null) {
            options.setHttpProxy(proxy.url()).setHttpsProxy(proxy.url());
        }
        return options;
    }

    private Answer answer(String action, AccessKey key, Map<String, ?> response) throws CloudException {
        int status = response.get("statusCode") instanceof Number number ? number.intValue() : 0;
        JsonNode body = json(response.get("body"));
        if (!body.isObject()) {
            throw new CloudException(FaultKind.TRANSIENT, action, null, Messages.Api_notJson(endpoint.host()), null);
        }
        if (status < 200 || status > 299) {
            throw refused(action, key, status, body);
        }
        return new Answer(body, date(response.get("headers")));
    }

    /** The answer, or a missing node when it is not JSON at all. */
    private static JsonNode json(Object text) {
        try {
            return JSON.readTree(String.valueOf(text));
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    private static Instant date(Object headers) {
        if (!(headers instanceof Map<?, ?> map) || !(map.get("date") instanceof String text)) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }

    private CloudException refused(String action, AccessKey key, int status, JsonNode body) {
        String code = text(body, "Code", "code", null);
        String message = text(body, "Message", "message", "HTTP " + status);
        // The string to sign that follows holds headers and parameters of the request.
        int signed = message.indexOf("server string to sign");
        if (signed > 0) {
            message = message.substring(0, signed).strip();
        }
        FaultKind kind = RosErrors.kind(code, message, status);
        if (kind == FaultKind.CREDENTIALS && keys.refused(key)) {
            kind = FaultKind.TRANSIENT;
        }
        return new CloudException(kind, action, code, message, text(body, "RequestId", "requestId", null));
    }

    private CloudException unanswered(String action, String why) {
        return new CloudException(
                FaultKind.NO_ANSWER,
                action,
                null,
                Messages.Api_noAnswer(endpoint.host(), why == null ? "" : why),
                null);
    }

    private static String text(JsonNode body, String name, String otherName, String otherwise) {
        String text = body.path(name).asText(body.path(otherName).asText(""));
        return text.isEmpty() ? otherwise : text;
    }
}
