package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks.Action;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsEvent;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsOperation;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsStack;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.AwsStackStore;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.MemberStackWork;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberStackWorkTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/StackSet-s-1/1";
    private static final String OLD = """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: old}}
              Queue: {Type: 'AWS::SQS::Queue', DependsOn: Topic}
            """;
    private static final String NEW = OLD.replace("old", "new");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private AwsStackStore store;
    private MemberStackWork members;

    @BeforeEach
    void open() throws Exception {
        store = new AwsStackStore(null);
        members = new MemberStackWork(store);
    }

    @Test
    void workBeginsAndEndsWhenTheStackSetSays() {
        begin("op1", Action.CREATE, OLD, 0, null);

        assertThat(stack().at(START.plusSeconds(29)).status()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(stack().at(START.plusSeconds(30)).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack().lastOperation().events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void aFailureIsFoundInTheEvents() {
        begin("op1", Action.CREATE, OLD, 0, new MemberStacks.Failure("Queue", "Quota exceeded."));

        AwsEvent failed = stack().lastOperation().events().stream()
                .filter(AwsEvent::failed)
                .findFirst()
                .orElseThrow();
        assertThat(failed.logicalId()).isEqualTo("Queue");
        assertThat(failed.reason()).isEqualTo("Quota exceeded.");
        assertThat(status(30)).isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void aStackThatWasRolledBackIsMadeAnew() {
        begin("op1", Action.CREATE, OLD, 0, new MemberStacks.Failure("Queue", "No."));
        begin("op2", Action.UPDATE, OLD, 60, null);

        assertThat(status(61)).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(status(90)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anUpdateChangesOrFailsOrFindsNothingToDo() {
        begin("op1", Action.CREATE, OLD, 0, null);
        begin("op2", Action.UPDATE, OLD, 60, null);
        assertThat(stack().operations()).hasSize(1);

        begin("op3", Action.UPDATE, NEW, 120, new MemberStacks.Failure("Topic", "Frozen."));
        assertThat(status(150)).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        begin("op4", Action.UPDATE, NEW, 180, null);

        assertThat(status(210)).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aFailureMayConcernNoResource() {
        begin("op1", Action.CREATE, OLD, 0, new MemberStacks.Failure("", "The hook said no."));
        begin("op2", Action.CREATE, OLD, 60, null);
        begin("op3", Action.UPDATE, NEW, 120, new MemberStacks.Failure("Unchanged", "No."));
        begin("op4", Action.DELETE, NEW, 180, new MemberStacks.Failure("", "Kept."));

        assertThat(status(30)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(stack().operations().get(0).events())
                .extracting(AwsEvent::reason)
                .contains("The hook said no.");
        assertThat(status(150)).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(status(210)).isEqualTo("DELETE_FAILED");
        assertThat(stack().at(START.plusSeconds(210)).reason()).isEqualTo("Kept.");
    }

    @Test
    void aDeleteEndsTheStackAndAnotherFindsNothing() {
        begin("op1", Action.CREATE, OLD, 0, null);
        begin("op2", Action.DELETE, OLD, 60, null);
        begin("op3", Action.DELETE, OLD, 120, null);

        assertThat(status(90)).isEqualTo("DELETE_COMPLETE");
        assertThat(stack().operations())
                .extracting(AwsOperation::kind)
                .containsExactly(AwsOperation.Kind.CREATE, AwsOperation.Kind.DELETE);
    }

    @Test
    void workThatWasBegunIsNotBegunAgain() {
        begin("op1", Action.CREATE, OLD, 0, null);
        begin("op1", Action.CREATE, OLD, 0, null);

        assertThat(stack().operations()).hasSize(1);
    }

    @Test
    void onlyTheStackSetDecidesWhatFails() {
        String hinted = OLD.replace("DependsOn: Topic", "Metadata: {LocalCloud: {FailOn: CREATE}}");

        begin("op1", Action.CREATE, hinted, 0, null);

        assertThat(status(30)).isEqualTo("CREATE_COMPLETE");
    }

    private void begin(String operation, Action action, String template, long atSecond, MemberStacks.Failure failure) {
        Instant startsAt = START.plusSeconds(atSecond);
        members.begin(new MemberStacks.Work(
                operation,
                "111122223333",
                "eu-west-1",
                ID,
                "StackSet-s-1",
                action,
                template,
                Map.of(),
                Map.of(),
                startsAt,
                startsAt.plusSeconds(30),
                failure));
    }

    private AwsStack stack() {
        return store.byId(ID);
    }

    private String status(long atSecond) {
        return stack().at(START.plusSeconds(atSecond)).status();
    }
}
