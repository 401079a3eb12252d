package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final String TEMPLATE = LocalRosFixture.HEADER + "Description: a + b * c ~ \u4e2d\n";

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void versionOneIsAcceptedInTheQuery(String method) throws Exception {
        HttpResponse<String> answer = new RawRequest("ListStacks")
                .with("StackName.1", "a b+c*~/\u4e2d")
                .sendV1(fixture.ros, method);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        assertThat(RawRequest.json(answer).get("RequestId").asText()).matches("[0-9A-F-]{36}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void versionOneCoversFormFieldsHoweverTheyAreEncoded(boolean spacesAsPlus) throws Exception {
        RawRequest request =
                new RawRequest("CreateStack").with("StackName", "s").body("TemplateBody", TEMPLATE);
        request.spacesAsPlus = spacesAsPlus;

        HttpResponse<String> answer = request.sendV1(fixture.ros, "POST");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = RawRequest.json(answer).get("StackId").asText();
        assertThat(fixture.stack(id).get("Description").asText()).isEqualTo("a + b * c ~ \u4e2d");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void versionThreeIsAcceptedWithWholeAndChunkedBodies(boolean chunked) throws Exception {
        RawRequest request =
                new RawRequest("CreateStack").with("StackName", "s").body("TemplateBody", TEMPLATE);
        request.chunked = chunked;

        HttpResponse<String> answer = request.sendV3(fixture.ros);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aTemplateOfTheGreatestSizeFitsIntoTheFormAndIntoTheQuery() throws Exception {
        String head = LocalRosFixture.HEADER + "Description: ";
        String large = head + "x".repeat(524_288 - head.length());

        HttpResponse<String> inForm = new RawRequest("CreateStack")
                .with("StackName", "a")
                .body("TemplateBody", large)
                .sendV1(fixture.ros, "POST");
        HttpResponse<String> inQuery = new RawRequest("CreateStack")
                .with("StackName", "b")
                .with("TemplateBody", large)
                .sendV3(fixture.ros);
        HttpResponse<String> tooLarge = new RawRequest("CreateStack")
                .with("StackName", "c")
                .body("TemplateBody", large + "x")
                .sendV3(fixture.ros);

        assertThat(inForm.statusCode()).isEqualTo(200);
        assertThat(inQuery.statusCode()).isEqualTo(200);
        assertThat(code(tooLarge)).isEqualTo("StackValidationFailed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aWrongSecretIsToldWhatTheServerSigned(int version) throws Exception {
        RawRequest request = new RawRequest("ListStacks");
        request.secret = "WRONG";

        HttpResponse<String> answer = send(request, version);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("SignatureDoesNotMatch");
        assertThat(RawRequest.json(answer).get("Message").asText())
                .startsWith("Specified signature is not matched with our calculation. server string to sign is:")
                .contains(version == 1 ? "POST&%2F&" : "ACS3-HMAC-SHA256\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anUnknownKeyIsNotFound(int version) throws Exception {
        RawRequest request = new RawRequest("ListStacks");
        request.accessKeyId = "NOBODY";

        HttpResponse<String> answer = send(request, version);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @ParameterizedTest
    @ValueSource(longs = {-16, 16})
    void aClockThatIsMoreThanAQuarterOfAnHourOffIsRefused(long minutes) throws Exception {
        RawRequest off = new RawRequest("ListStacks");
        off.time = Instant.now().plus(Duration.ofMinutes(minutes));
        RawRequest nearly = new RawRequest("ListStacks");
        nearly.time = Instant.now().plus(Duration.ofMinutes(minutes > 0 ? 14 : -14));

        assertThat(code(off.sendV3(fixture.ros))).isEqualTo("InvalidTimeStamp.Expired");
        assertThat(nearly.sendV1(fixture.ros, "GET").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aNonceCountsOnce(int version) throws Exception {
        RawRequest first = new RawRequest("ListStacks");
        RawRequest second = new RawRequest("ListStacks");
        second.nonce = first.nonce;

        assertThat(send(first, version).statusCode()).isEqualTo(200);
        assertThat(code(send(second, version))).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefused() throws Exception {
        RawRequest request =
                new RawRequest("CreateStack").with("StackName", "s").body("TemplateBody", TEMPLATE);
        request.tamperedBody = "TemplateBody=x".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = request.sendV3(fixture.ros);

        assertThat(code(answer)).isEqualTo("SignatureDoesNotMatch");
        assertThat(RawRequest.json(answer).get("Message").asText()).contains("x-acs-content-sha256");
        assertThat(fixture.ros.effects("CreateStack")).isEmpty();
    }

    @Test
    void refusedRequestsCarryTheWholeErrorBody() throws Exception {
        RawRequest request = new RawRequest("ListStacks");
        request.secret = "WRONG";

        JsonNode body = RawRequest.json(request.sendV1(fixture.ros, "POST"));

        assertThat(body.fieldNames()).toIterable().containsExactly("RequestId", "HostId", "Code", "Message");
        assertThat(body.get("HostId").asText()).isEqualTo(fixture.ros.endpoint());
    }

    @Test
    void anUnknownActionIsNotFoundAndAnUnknownParameterInvalid() throws Exception {
        HttpResponse<String> unknown = new RawRequest("DestroyEverything").sendV3(fixture.ros);
        HttpResponse<String> misspelled =
                new RawRequest("ListStacks").with("StackNames.1", "x").sendV3(fixture.ros);

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(code(unknown)).isEqualTo("InvalidAction.NotFound");
        assertThat(code(misspelled)).isEqualTo("InvalidParameter");
    }

    private HttpResponse<String> send(RawRequest request, int version) throws Exception {
        return version == 1 ? request.sendV1(fixture.ros, "POST") : request.sendV3(fixture.ros);
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return RawRequest.json(answer).get("Code").asText();
    }
}
