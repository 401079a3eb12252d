package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private String refusal(AwsCredentials credentials) {
        try (StsClient sts = AwsClients.sts(aws, credentials)) {
            StsException refused = catchThrowableOfType(StsException.class, sts::getCallerIdentity);
            return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
        }
    }
}
