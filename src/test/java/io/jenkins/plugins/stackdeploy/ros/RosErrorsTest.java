package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosErrorsTest {
    private static final String TABLE = """
            StackExists, 409, EXISTS
            ChangeSetExists, 409, EXISTS
            StackNotFound, 404, NOT_FOUND
            ChangeSetNotFound, 404, NOT_FOUND
            ResourceNotFound, 404, NOT_FOUND
            TemplateNotFound, 404, NOT_FOUND
            ActionInProgress, 409, BUSY
            StackValidationFailed, 400, REFUSED
            ContinueCreateStackValidationFailed, 400, REFUSED
            StackPolicyValidationFailed, 400, REFUSED
            InvalidTemplate, 400, REFUSED
            InvalidSchema, 400, REFUSED
            InvalidTemplateVersion, 400, REFUSED
            InvalidTemplateSection, 400, REFUSED
            InvalidTemplateReference, 400, REFUSED
            InvalidTemplateAttribute, 400, REFUSED
            InvalidTemplatePropertyType, 400, REFUSED
            CircularDependency, 400, REFUSED
            UserParameterMissing, 400, REFUSED
            UnknownUserParameter, 400, REFUSED
            InvalidOperation.SetDeletionProtection, 400, REFUSED
            InvalidParameter, 400, REFUSED
            InvalidIdempotenceParameter, 400, TOKEN_MISMATCH
            LastTokenProcessing, 403, TOKEN_PROCESSING
            Throttling, 400, THROTTLED
            Throttling.User, 400, THROTTLED
            Throttling.Api, 400, THROTTLED
            Throttling.API, 400, THROTTLED
            Rejected.Throttling, 400, THROTTLED
            Throttling.SomethingNew, 400, THROTTLED
            ServiceUnavailable, 503, TRANSIENT
            InternalError, 500, TRANSIENT
            UnknownError, 500, TRANSIENT
            SignatureNonceUsed, 400, TRANSIENT
            SignatureDoesNotMatch, 400, CREDENTIALS
            IncompleteSignature, 400, CREDENTIALS
            InvalidTimeStamp.Expired, 400, CREDENTIALS
            InvalidAccessKeyId.NotFound, 404, CREDENTIALS
            InvalidAccessKeyId.Inactive, 400, CREDENTIALS
            InvalidSecurityToken.Expired, 400, CREDENTIALS
            InvalidSecurityToken.SomethingNew, 400, CREDENTIALS
            Forbidden.RAM, 403, DENIED
            NoPermission, 403, DENIED
            Forbidden.AccountNotOnline, 403, DENIED
            SomethingNew, 400, REFUSED
            SomethingNew, 404, REFUSED
            SomethingNew, 429, THROTTLED
            SomethingNew, 500, TRANSIENT
            SomethingNew, 503, TRANSIENT
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void everyDocumentedCodeAndUnknownOnesHaveAKind(String code, int httpStatus, FaultKind kind) {
        assertThat(RosErrors.kind(code, "a message", httpStatus)).isEqualTo(kind);
    }

    @Test
    void theTableHoldsEveryCodeOfThePublishedErrorTables() throws IOException {
        List<String> tested =
                TABLE.lines().map(line -> line.replaceFirst(", [A-Z_]+$", "")).toList();

        assertThat(published()).isNotEmpty();
        published().forEach((code, status) -> assertThat(tested).contains(code + ", " + status));
    }

    @ParameterizedTest
    @CsvSource({"0, REFUSED", "400, REFUSED", "429, THROTTLED", "500, TRANSIENT", "502, TRANSIENT", "504, TRANSIENT"})
    void anAnswerWithoutACodeIsToldByItsHttpStatus(int httpStatus, FaultKind kind) {
        assertThat(RosErrors.kind(null, null, httpStatus)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Update the completely same stack is not supported., NO_CHANGE",
        "Update the completely same stack, NO_CHANGE",
        "Update a stack in status CREATE_FAILED is not supported., REFUSED",
        "It is not supported to: Update the completely same stack, REFUSED",
        ", REFUSED"
    })
    void notSupportedMeansNoChangeOnlyWithItsMessage(String message, FaultKind kind) {
        assertThat(RosErrors.kind("NotSupported", message, 400)).isEqualTo(kind);
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> codes = new TreeMap<>();
        try (InputStream text = RosErrorsTest.class.getResourceAsStream("error-codes.txt")) {
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .map(line -> line.strip().split(" "))
                    .forEach(pair -> codes.put(pair[1], pair[0]));
        }
        return codes;
    }
}
