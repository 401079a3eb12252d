package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Errors as they come over the wire, through the vendor's SDK. */
class StackSetErrorsTest {
    private ScriptedAws aws;
    private AwsAccess access;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws();
        access = aws.access();
    }

    @AfterEach
    void stop() {
        access.close();
        aws.close();
    }

    private CloudException failure() {
        CloudException failed = catchThrowableOfType(
                CloudException.class, () -> access.stackSets().operations("web", null, null));
        assertThat(failed).isNotNull();
        return failed;
    }

    @ParameterizedTest
    @CsvSource({
        "OperationInProgressException, 409, BUSY",
        "StaleRequestException, 409, STALE",
        "OperationIdAlreadyExistsException, 409, TOKEN_MISMATCH",
        "NameAlreadyExistsException, 409, EXISTS",
        "CreatedButModifiedException, 409, EXISTS",
        "StackSetNotEmptyException, 409, REFUSED",
        "StackSetNotFoundException, 404, NOT_FOUND",
        "OperationNotFoundException, 404, NOT_FOUND",
        "StackInstanceNotFoundException, 404, NOT_FOUND",
        "InvalidOperationException, 400, REFUSED",
        "LimitExceededException, 400, REFUSED",
        "InsufficientCapabilitiesException, 400, REFUSED",
        "AlreadyExistsException, 400, EXISTS",
        "TokenAlreadyExistsException, 400, TOKEN_MISMATCH",
        "ChangeSetNotFound, 404, NOT_FOUND",
        "InvalidChangeSetStatus, 400, REFUSED",
        "CFNRegistryException, 400, REFUSED",
        "ConcurrentResourcesLimitExceeded, 429, LIMIT",
        "ConditionalCheckFailed, 400, REFUSED",
        "GeneratedTemplateNotFound, 404, NOT_FOUND",
        "HookResultNotFound, 404, NOT_FOUND",
        "InvalidStateTransition, 400, REFUSED",
        "ResourceScanInProgress, 400, BUSY",
        "ResourceScanLimitExceeded, 400, LIMIT",
        "ResourceScanNotFound, 404, NOT_FOUND",
        "StackNotFoundException, 404, NOT_FOUND",
        "StackRefactorNotFoundException, 404, NOT_FOUND",
        "TypeNotFoundException, 404, NOT_FOUND",
        "TypeConfigurationNotFoundException, 404, NOT_FOUND",
        "ValidationError, 400, REFUSED",
        "ExpiredToken, 403, CREDENTIALS",
        "ExpiredTokenException, 403, CREDENTIALS",
        "InvalidClientTokenId, 403, CREDENTIALS",
        "UnrecognizedClientException, 403, CREDENTIALS",
        "SignatureDoesNotMatch, 403, CREDENTIALS",
        "IncompleteSignature, 400, CREDENTIALS",
        "MissingAuthenticationToken, 403, CREDENTIALS",
        "AccessDenied, 403, DENIED",
        "AccessDeniedException, 400, DENIED",
        "OptInRequired, 403, DENIED",
        "NotAuthorized, 400, DENIED",
        "InternalFailure, 500, TRANSIENT",
        "ServiceUnavailable, 503, TRANSIENT",
        "SomethingNew, 400, REFUSED",
        "SomethingNew, 404, REFUSED",
        "SomethingNew, 500, TRANSIENT",
    })
    void errorsAreToldByWhatIsToBeDoneAboutThem(String code, int status, FaultKind kind) {
        aws.error("ListStackSetOperations", status, code, "what AWS says");

        CloudException failed = failure();

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.describe()).isEqualTo("ListStackSetOperations (" + code + "): what AWS says [req-9]");
    }

    /** Each of these is sent three times with growing pauses, so only one goes over the wire. */
    @ParameterizedTest
    @CsvSource({
        "Throttling, 400",
        "ThrottlingException, 400",
        "ThrottledException, 400",
        "RequestThrottled, 400",
        "RequestLimitExceeded, 503",
        "TooManyRequestsException, 429",
        "SlowDown, 503",
        "BandwidthLimitExceeded, 509"
    })
    void throttlingIsToldFromServerFaults(String code, int status) {
        assertThat(StackSetErrors.kind("CloudFormationException", code, "Rate exceeded", status))
                .isEqualTo(FaultKind.THROTTLED);
    }

    @Test
    void throttledCallIsSentThreeTimesAndHalvesTheBudget() {
        aws.error("ListStackSetOperations", 400, "Throttling", "Rate exceeded");

        assertThat(failure().kind()).isEqualTo(FaultKind.THROTTLED);
        assertThat(aws.asked("ListStackSetOperations")).hasSize(3);
    }

    @Test
    void quotaOfInstancesAtOnceIsALimitAndNoRefusal() {
        aws.error(
                "ListStackSetOperations",
                400,
                "LimitExceededException",
                "StackSet operations cannot involve more than 3500 stack instances at a time");

        assertThat(failure().kind()).isEqualTo(FaultKind.LIMIT);
    }

    @Test
    void nothingToUpdateIsNoChange() {
        aws.error("ListStackSetOperations", 400, "ValidationError", "No updates are to be performed.");

        assertThat(failure().kind()).isEqualTo(FaultKind.NO_CHANGE);
    }

    @Test
    void misleadingMessageAboutDelegatedAdministratorsIsExplained() {
        aws.error("ListStackSetOperations", 400, "ValidationError", "Account used is not a delegated administrator");

        CloudException failed = failure();

        assertThat(failed.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(failed)
                .hasMessageStartingWith("Account used is not a delegated administrator")
                .hasMessageContaining("callAs")
                .hasMessageContaining("organizations:ListDelegatedAdministrators");
    }

    @Test
    void pageOfAProxyIsATransientFault() {
        aws.answer(
                "ListStackSetOperations",
                new ScriptedAws.Answer(502, Map.of(), "<html><body>Bad <b>gateway</body></html>"));

        assertThat(failure().kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void missingPageIsNoMissingStackSet() {
        aws.answer("DescribeStackSet", new ScriptedAws.Answer(404, Map.of(), "<html>no such page</html>"));

        CloudException failed = catchThrowableOfType(
                CloudException.class, () -> access.stackSets().describe("web", null));

        assertThat(failed.kind()).isNotEqualTo(FaultKind.NOT_FOUND);
    }

    @Test
    void pageInPlaceOfAnAnswerIsNoEmptyAnswer() {
        aws.answer("ListStackSetOperations", new ScriptedAws.Answer(200, Map.of(), "<html><body>please <br> log in"));

        assertThat(failure().kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void droppedConnectionIsNoAnswer() {
        aws.answer("ListStackSetOperations", new ScriptedAws.Answer(0, Map.of(), ""));

        CloudException failed = failure();

        assertThat(failed.kind()).isEqualTo(FaultKind.NO_ANSWER);
        assertThat(aws.asked("ListStackSetOperations")).hasSize(3);
    }

    @Test
    void answerThatTakesTooLongIsNoAnswer() {
        aws.answer("ListStackSetOperations", new ScriptedAws.Answer(-1, Map.of(), ""));
        try (AwsSession impatient = new AwsSession(aws.settings(), new HttpPools(), Duration.ofMillis(200))) {
            StackSetClient client = new AwsAccess(impatient, new Budgets(InstantSource.system()), () -> {}).stackSets();

            CloudException failed =
                    catchThrowableOfType(CloudException.class, () -> client.operations("web", null, null));

            assertThat(failed.kind()).isEqualTo(FaultKind.NO_ANSWER);
        }
    }

    @Test
    void textsOfAwsAreMadeFitForALog() {
        aws.error("ListStackSetOperations", 400, "ValidationError", "first&#10;second&#8238; third");

        assertThat(failure()).hasMessage("first second third");
    }

    @Test
    void theRequestThatAwsReadIsNoPartOfWhatIsWrongWithAKey() {
        aws.error(
                "ListStackSetOperations",
                403,
                "SignatureDoesNotMatch",
                "The signature does not match. Check your key.&#10;&#10;The Canonical String should have been&#10;'POST&#10;/'");

        assertThat(failure())
                .hasMessage("The signature does not match. Check your key.")
                .extracting(CloudException::kind)
                .isEqualTo(FaultKind.CREDENTIALS);
    }

    static List<String> modelledErrors() throws Exception {
        Path jar = Path.of(CloudFormationException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String models = CloudFormationException.class.getPackageName().replace('.', '/') + "/";
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(models) && name.endsWith("Exception.class"))
                    .map(name -> name.substring(models.length()).replace(".class", ""))
                    .filter(name -> !name.contains("$") && !name.equals("CloudFormationException"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modelledErrors")
    void everyErrorOfTheSdksModelIsInTheTable(String type) throws Exception {
        assertThat(Class.forName(CloudFormationException.class.getPackageName() + "." + type))
                .isAssignableTo(CloudFormationException.class);
        // With a status that would otherwise make it a transient fault.
        assertThat(StackSetErrors.kind(type, "unlisted", "", 500)).isNotEqualTo(FaultKind.TRANSIENT);
    }
}
