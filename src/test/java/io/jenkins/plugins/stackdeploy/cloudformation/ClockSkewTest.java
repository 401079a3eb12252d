package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** A controller whose clock is wrong signs by AWS' clock, once it was refused. */
class ClockSkewTest {
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** An AWS whose clock is ahead of this one; it refuses what was signed more than 15 minutes from its time. */
    private static final class Elsewhere implements SdkHttpClient {
        private final Duration ahead;
        private final List<Instant> signed = new ArrayList<>();

        Elsewhere(Duration ahead) {
            this.ahead = ahead;
        }

        Instant now() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return answer(request);
                }

                @Override
                public void abort() {
                    throw new UnsupportedOperationException("there is nothing to wait for");
                }
            };
        }

        private HttpExecuteResponse answer(HttpExecuteRequest request) {
            String date =
                    request.httpRequest().firstMatchingHeader("X-Amz-Date").orElseThrow();
            Instant at = SIGNED.parse(date, Instant::from);
            signed.add(at);
            boolean late = Duration.between(at, now()).abs().compareTo(Duration.ofMinutes(15)) > 0;
            String body = late
                    ? "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></Error>"
                            + "<RequestId>r</RequestId></ErrorResponse>"
                    : "<ListStackSetsResponse><ListStackSetsResult><Summaries/></ListStackSetsResult>"
                            + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></ListStackSetsResponse>";
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(late ? 403 : 200)
                            .putHeader(
                                    "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atZone(ZoneOffset.UTC)))
                            .build())
                    .responseBody(AbortableInputStream.create(
                            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                    .build();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(ints = {20, -20})
    void theRefusedCallIsSignedAgainByTheClockOfAwsAndAllOthersAreFromThenOn(int minutes) {
        Elsewhere aws = new Elsewhere(Duration.ofMinutes(minutes));
        AwsEndpoints endpoints = new AwsEndpoints(URI.create("http://elsewhere"), null, null);
        try (CloudFormationClient client = new SdkClients(endpoints, new HttpPool(aws, Duration.ofSeconds(5)))
                .cloudFormation(
                        "eu-west-1", StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")))) {
            client.listStackSets();
            client.listStackSets();
        }

        assertThat(aws.signed).hasSize(3);
        assertThat(aws.signed.subList(1, 3))
                .allSatisfy(at -> assertThat(at).isCloseTo(aws.now(), within(2, ChronoUnit.MINUTES)));
    }
}
