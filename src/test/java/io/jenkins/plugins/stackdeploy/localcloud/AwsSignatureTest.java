package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsSignatureTest {
    private LocalAws aws;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder()
                .account(AwsClients.KEY, AwsClients.SECRET, AwsClients.ACCOUNT)
                .account("DENIED", "SECRET", AwsClients.ACCOUNT, "GetCallerIdentity")
                .start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theVendorsClientIsRecognised() {
        try (StsClient sts = AwsClients.sts(aws, AwsBasicCredentials.create(AwsClients.KEY, AwsClients.SECRET))) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();

            assertThat(identity.account()).isEqualTo(AwsClients.ACCOUNT);
            assertThat(identity.arn()).isEqualTo("arn:aws:iam::999988887777:user/AKLOCAL");
            assertThat(identity.responseMetadata().requestId())
                    .isEqualTo(aws.requests().get(0).requestId());
        }
    }

    @Test
    void aWrongSecretAnUnknownKeyAndADeniedActionAreToldApart() {
        assertThat(refusal(AwsBasicCredentials.create(AwsClients.KEY, "WRONG"))).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(refusal(AwsBasicCredentials.create("NOBODY", "SECRET"))).isEqualTo("403 InvalidClientTokenId");
        assertThat(refusal(AwsBasicCredentials.create("DENIED", "SECRET"))).isEqualTo("403 AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestSignedByHandIsAcceptedWithAndWithoutTheHashOfItsBody(boolean hashHeader) throws Exception {
        RawAwsRequest request = new RawAwsRequest("GetCallerIdentity");
        request.hashHeader = hashHeader;

        HttpResponse<String> answer = request.send(aws);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("<Account>999988887777</Account>");
        assertThat(answer.headers().firstValue("x-amzn-RequestId"))
                .contains(aws.requests().get(0).requestId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsNotTheSignedOneIsRefused(boolean hashHeader) throws Exception {
        RawAwsRequest request = new RawAwsRequest("GetCallerIdentity");
        request.hashHeader = hashHeader;
        request.tamperedBody = "Action=GetCallerIdentity&Version=2011-06-15&x=y";

        assertThat(refusal(request)).endsWith("SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(longs = {-16, 16})
    void aClockThatIsMoreThanAQuarterOfAnHourOffIsRefused(long minutes) throws Exception {
        RawAwsRequest off = new RawAwsRequest("GetCallerIdentity");
        off.time = Instant.now().plus(Duration.ofMinutes(minutes));
        RawAwsRequest nearly = new RawAwsRequest("GetCallerIdentity");
        nearly.time = Instant.now().plus(Duration.ofMinutes(minutes > 0 ? 14 : -14));

        assertThat(refusal(off)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(nearly.send(aws).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotSignedAsItShouldBeIsNamed() throws Exception {
        RawAwsRequest unsigned = new RawAwsRequest("GetCallerIdentity");
        unsigned.signed = false;
        RawAwsRequest otherService = new RawAwsRequest("GetCallerIdentity");
        otherService.service = "ec2";
        RawAwsRequest otherDay = new RawAwsRequest("GetCallerIdentity");
        otherDay.scopeDate = "20000101";
        RawAwsRequest withToken = new RawAwsRequest("GetCallerIdentity");
        withToken.token = "of-nobody";

        assertThat(refusal(unsigned)).isEqualTo("403 MissingAuthenticationToken");
        assertThat(refusal(otherService)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(refusal(otherDay)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(refusal(withToken)).isEqualTo("403 InvalidClientTokenId");
    }

    @Test
    void anUnknownActionAndAnUnknownVersionAreInvalid() throws Exception {
        RawAwsRequest oldVersion = new RawAwsRequest("GetCallerIdentity");
        oldVersion.form.put("Version", "1999-01-01");

        assertThat(refusal(new RawAwsRequest("GiveMeEverything"))).isEqualTo("400 InvalidAction");
        assertThat(refusal(oldVersion)).isEqualTo("400 InvalidAction");
    }

    private String refusal(RawAwsRequest request) throws Exception {
        HttpResponse<String> answer = request.send(aws);
        Matcher code = Pattern.compile("<Error><Type>Sender</Type><Code>(\\w+)</Code><Message>")
                .matcher(answer.body());
        assertThat(code.find()).as(answer.body()).isTrue();
        return answer.statusCode() + " " + code.group(1);
    }

    private String refusal(AwsCredentials credentials) {
        try (StsClient sts = AwsClients.sts(aws, credentials)) {
            StsException refused = catchThrowableOfType(StsException.class, sts::getCallerIdentity);
            return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
        }
    }
}
