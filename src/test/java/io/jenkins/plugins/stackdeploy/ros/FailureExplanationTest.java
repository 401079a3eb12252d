package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureExplanationTest {
    private static final String INNER = """
                      ROSTemplateFormatVersion: '2015-09-01'
                      Resources:
                        Inner: {Type: 'ALIYUN::OSS::Bucket'%s}
            """;
    private static final String OUTER = """
            Resources:
              Child:
                Type: ALIYUN::ROS::Stack
                Properties:
                  TemplateBody: |
            """;
    private static final String FAILS = ", Metadata: {LocalCloud: {FailOn: %s, Reason: '%s'}}, Properties: {Tags: %s}";

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static String nested(String inner) {
        return Samples.of(OUTER + INNER.formatted(inner));
    }

    @Test
    void aNestedStackFailureIsExplainedByTheNestedResource() {
        Outcome outcome =
                deployer.deploy(Requests.deploy("web", nested(FAILS.formatted("CREATE", "Inner quota exceeded", "a"))));

        assertThat(outcome.message())
                .isEqualTo(
                        "Stack \"web\" was not created: Child/Inner (ALIYUN::OSS::Bucket) failed: Inner quota exceeded");
        assertThat(deployer.console()).contains("  Child/Inner  ALIYUN::OSS::Bucket  CREATE_FAILED");
    }

    @Test
    void aNestedStackThatFailedBeforeIsExplainedByItsLastFailure() {
        deployer.deploy(Requests.deploy("web", nested("")));
        deployer.deploy(Requests.deploy("web", nested(FAILS.formatted("UPDATE", "the old reason", "a"))));

        Outcome outcome =
                deployer.deploy(Requests.deploy("web", nested(FAILS.formatted("UPDATE", "the new reason", "b"))));

        assertThat(outcome.message())
                .contains("Child/Inner")
                .contains("the new reason")
                .doesNotContain("the old reason");
    }

    @Test
    void resourcesThatWereOnlyCancelledFollowTheOneThatReallyFailed() {
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.of("""
                        Resources:
                          Slow: {Type: 'ALIYUN::RDS::DBInstance'}
                          Slower: {Type: 'ALIYUN::CS::ManagedKubernetesCluster'}
                          Culprit:
                            Type: ALIYUN::OSS::Bucket
                            Metadata: {LocalCloud: {FailOn: CREATE, Reason: Name is taken}}
                        """)));

        assertThat(outcome.message()).endsWith("Culprit (ALIYUN::OSS::Bucket) failed: Name is taken");
        assertThat(deployer.console())
                .containsSubsequence(
                        "was not created: Culprit",
                        "  Culprit  ALIYUN::OSS::Bucket  CREATE_FAILED  (stack.yaml:5)",
                        "    Name is taken",
                        "  2 more were cancelled or rolled back because of that:",
                        "CREATE aborted",
                        "Next: correct the cause, then deploy with recreate: true");
    }

    @Test
    void aStackThatTookTooLongSaysSo() {
        Outcome outcome =
                deployer.deploy(Requests.deploy("web", Samples.of("""
                        Resources:
                          Slow: {Type: 'ALIYUN::OSS::Bucket', Metadata: {LocalCloud: {Seconds: 5000}}}
                        """)).watchMinutes(240));

        assertThat(outcome.message())
                .isEqualTo("Stack \"web\" was not created: it ended as CREATE_ROLLBACK_COMPLETE. Create timed out");
    }

    @Test
    void withoutEventsTheStacksOwnReasonIsShown() throws Exception {
        try (Deployer poor =
                new Deployer(builder -> builder.account("LTAI-poor", "poor", "1234567890123456", "ListStackEvents"))) {
            poor.keys = () -> new AccessKey("LTAI-poor", "poor", null, null);

            Outcome outcome = poor.deploy(
                    Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());

            assertThat(outcome.message())
                    .contains("it ended as CREATE_FAILED")
                    .contains("(TooManyBuckets): Quota of buckets exceeded");
        }
    }
}
