package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumedMemberStacksTest {
    private static final String STACK = "arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1";

    private ScriptedAws aws;
    private AwsAccess access;
    private MemberStacks members;

    @BeforeEach
    void start() throws IOException {
        aws = new ScriptedAws().role("ASIAMEMBER", 3600);
        access = aws.access();
        members = access.members("reader");
    }

    @AfterEach
    void stop() {
        access.close();
        aws.close();
    }

    private static String event(String physicalId, String logicalId, String status, String reason) {
        return "<member><StackId>" + STACK
                + "</StackId><EventId>e</EventId><StackName>web</StackName><LogicalResourceId>"
                + logicalId + "</LogicalResourceId><PhysicalResourceId>" + physicalId
                + "</PhysicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType><ResourceStatus>" + status
                + "</ResourceStatus><ResourceStatusReason>" + reason + "</ResourceStatusReason></member>";
    }

    private void events(String... events) {
        aws.ok("DescribeStackEvents", "<StackEvents>" + String.join("", events) + "</StackEvents>");
    }

    @Test
    void firstFailureThatIsNoConsequenceIsFound() {
        events(
                event(STACK, "web", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create"),
                event("b", "Other", "CREATE_FAILED", "Resource creation cancelled"),
                event("c", "Later", "CREATE_FAILED", "another reason"),
                event("a", "Bucket", "CREATE_FAILED", "name&#10;taken"),
                event("d", "Cancelled", "CREATE_FAILED", "Resource creation cancelled"),
                event(STACK, "web", "CREATE_IN_PROGRESS", "User Initiated"));

        assertThat(members.firstFailure("111122223333", "eu-west-1", STACK))
                .contains(new ResourceFailure("Bucket", "AWS::S3::Bucket", "CREATE_FAILED", "name taken"));
        assertThat(members.notes()).isEmpty();
        assertThat(aws.asked("DescribeStackEvents")).singleElement().satisfies(asked -> {
            assertThat(asked.accessKey()).isEqualTo("ASIAMEMBER");
            assertThat(asked.form()).containsEntry("StackName", STACK);
        });
    }

    @Test
    void failuresOfEarlierOperationsDoNotCount() {
        events(
                event("a", "Bucket", "UPDATE_FAILED", "now"),
                event(STACK, "web", "UPDATE_IN_PROGRESS", "User Initiated"),
                event("b", "Old", "CREATE_FAILED", "then"));

        assertThat(members.firstFailure("111122223333", "eu-west-1", STACK))
                .hasValueSatisfying(failure -> assertThat(failure.logicalId()).isEqualTo("Bucket"));
    }

    @Test
    void failureOfAnEarlierPageIsFound() {
        aws.ok("DescribeStackEvents", "<StackEvents/><NextToken>n</NextToken>");
        events(event("a", "Bucket", "CREATE_FAILED", "first"));

        assertThat(members.firstFailure("111122223333", "eu-west-1", STACK)).isPresent();
        assertThat(aws.asked("DescribeStackEvents").get(1).form()).containsEntry("NextToken", "n");
    }

    @Test
    void endlessEventsAreReadToABound() {
        aws.ok("DescribeStackEvents", "<StackEvents/><NextToken>n</NextToken>");

        assertThat(members.firstFailure("111122223333", "eu-west-1", STACK)).isEmpty();
        assertThat(aws.asked("DescribeStackEvents")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, arn:aws:iam::111122223333:role/reader",
        "cn-north-1, arn:aws-cn:iam::111122223333:role/reader",
        "us-gov-west-1, arn:aws-us-gov:iam::111122223333:role/reader"
    })
    void roleIsOfThePartitionOfTheRegion(String region, String arn) {
        events();

        members.firstFailure("111122223333", region, STACK);

        assertThat(aws.asked("AssumeRole").get(0).form()).containsEntry("RoleArn", arn);
    }

    @Test
    void roleOfAnAccountIsTakenOnOnceForAllItsRegions() {
        events();

        members.firstFailure("111122223333", "eu-west-1", STACK);
        members.firstFailure("111122223333", "us-east-1", STACK);

        assertThat(aws.asked("AssumeRole")).hasSize(1);
        assertThat(aws.asked("DescribeStackEvents"))
                .extracting(ScriptedAws.Asked::region)
                .containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void refusedRoleIsANoteAndNotTriedAgain() throws IOException {
        try (ScriptedAws strict = new ScriptedAws().error("AssumeRole", 403, "AccessDenied", "not authorized");
                AwsAccess other = strict.access()) {
            MemberStacks refused = other.members("reader");

            assertThat(refused.firstFailure("111122223333", "eu-west-1", STACK)).isEmpty();
            assertThat(refused.firstFailure("111122223333", "us-east-1", STACK)).isEmpty();

            assertThat(refused.notes())
                    .containsExactly("The stacks in account 111122223333 could not be read through role reader: "
                            + "AssumeRole (AccessDenied): not authorized [req-9]");
            assertThat(strict.asked("AssumeRole")).hasSize(1);
        }
    }

    @Test
    void stackThatCannotBeReadIsANote() {
        aws.error("DescribeStackEvents", 400, "ValidationError", "Stack [web] does not exist");

        assertThat(members.firstFailure("111122223333", "eu-west-1", STACK)).isEmpty();
        assertThat(members.notes())
                .singleElement()
                .asString()
                .contains("111122223333", "DescribeStackEvents (ValidationError): Stack [web] does not exist");
    }

    @Test
    void onlySoManyAccountsAreLookedInto() {
        events();

        IntStream.range(0, 12)
                .forEach(number -> members.firstFailure(String.format("%012d", number), "eu-west-1", STACK));

        assertThat(aws.asked("DescribeStackEvents")).hasSize(10);
        assertThat(members.notes()).containsExactly("The stacks of failed instances were read in 10 accounts only.");
    }

    @Test
    void instanceWithoutAStackIsNotLookedFor() {
        assertThat(members.firstFailure("111122223333", "eu-west-1", null)).isEmpty();
        assertThat(members.firstFailure("111122223333", "eu-west-1", "")).isEmpty();
        assertThat(aws.asked("AssumeRole")).isEmpty();
    }

    @Test
    void withoutARoleNothingIsCalled() {
        MemberStacks none = access.members(null);

        assertThat(none.firstFailure("111122223333", "eu-west-1", STACK)).isEmpty();
        assertThat(none.notes()).isEmpty();
        assertThat(aws.asked("AssumeRole")).isEmpty();
    }
}
