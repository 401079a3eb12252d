package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final String TEMPLATE = "Resources: {Bucket: {Type: ALIYUN::OSS::Bucket}}\n";

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void pagesAreCompleteDisjointAndNewestFirst() throws Exception {
        for (int i = 0; i < 23; i++) {
            fixture.create("s" + i, TEMPLATE);
            fixture.later(1);
        }

        List<String> names = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode answer = fixture.call("ListStacks", "PageNumber", String.valueOf(page));
            assertThat(answer.get("TotalCount").asInt()).isEqualTo(23);
            assertThat(answer.get("PageSize").asInt()).isEqualTo(10);
            names.addAll(field(answer.get("Stacks"), "StackName"));
        }

        assertThat(names)
                .hasSize(23)
                .doesNotHaveDuplicates()
                .startsWith("s22", "s21")
                .endsWith("s0");
        assertThat(refused(() -> fixture.call("ListStacks", "PageSize", "51")).getCode())
                .isEqualTo("InvalidParameter");
        assertThat(fixture.call("ListStacks", "PageNumber", "9").get("Stacks")).isEmpty();
    }

    @Test
    void stacksAreFoundByIdNameStatusAndTag() throws Exception {
        String a = fixture.created("a", TEMPLATE, "Tags.1.Key", "team", "Tags.1.Value", "red");
        String b = fixture.create("b", TEMPLATE);
        fixture.create("c", TEMPLATE);

        assertThat(names("StackIds.1", a, "StackIds.2", b)).containsExactlyInAnyOrder("a", "b");
        assertThat(names("StackId", a)).containsExactly("a");
        assertThat(names("StackName.1", "a", "StackName.2", "c")).containsExactlyInAnyOrder("a", "c");
        assertThat(names("Status.1", "CREATE_IN_PROGRESS")).containsExactlyInAnyOrder("b", "c");
        assertThat(names("Tag.1.Key", "team", "Tag.1.Value", "red")).containsExactly("a");
    }

    @Test
    void accountsAndRegionsDoNotSeeEachOther() throws Exception {
        try (LocalRosFixture two = new LocalRosFixture(LocalRos.builder().account("AK2", "S2", "6543210987654321"))) {
            TeaRos other = TeaRos.of(two.ros, TeaRos.config("AK2", "S2"));
            String id = two.created("s", TEMPLATE);

            assertThat(refused(() -> other.call("GetStack", "StackId", id)).getCode())
                    .isEqualTo("StackNotFound");
            assertThat(refused(() -> two.call("GetStack", "StackId", id, "RegionId", "cn-beijing"))
                            .getCode())
                    .isEqualTo("StackNotFound");
            assertThat(two.create("s", TEMPLATE, "RegionId", "cn-beijing")).isNotEqualTo(id);
        }
    }

    @Test
    void eventsAreFilteredAndPagedNewestFirst() throws Exception {
        String id = fixture.created("s", TEMPLATE);

        JsonNode all = fixture.call("ListStackEvents", "StackId", id);
        assertThat(field(all.get("Events"), "Status"))
                .containsExactly("CREATE_COMPLETE", "CREATE_COMPLETE", "CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS");
        assertThat(field(all.get("Events"), "EventId")).doesNotHaveDuplicates();
        JsonNode second = fixture.call("ListStackEvents", "StackId", id, "PageSize", "3", "PageNumber", "2");
        assertThat(second.get("Events")).hasSize(1);
        JsonNode bucket = fixture.call(
                "ListStackEvents", "StackId", id, "LogicalResourceId.1", "Bucket", "Status.1", "CREATE_COMPLETE");
        assertThat(bucket.get("TotalCount").asInt()).isEqualTo(1);
        assertThat(bucket.at("/Events/0/PhysicalResourceId").asText()).startsWith("bucket-");
    }

    @Test
    void progressIsShownIfAskedFor() throws Exception {
        String id =
                fixture.create("s", "Resources: {A: {Type: ALIYUN::OSS::Bucket}, B: {Type: ALIYUN::ECS::Instance}}\n");
        fixture.later(5);

        JsonNode percent = fixture.call("GetStack", "StackId", id, "ShowResourceProgress", "PercentageOnly");
        JsonNode counts = fixture.call("GetStack", "StackId", id, "ShowResourceProgress", "EnabledIfCreateStack");

        assertThat(percent.at("/ResourceProgress/StackActionProgress").asInt()).isEqualTo(50);
        assertThat(counts.at("/ResourceProgress/InProgressResourceCount").asInt())
                .isEqualTo(1);
        assertThat(counts.at("/ResourceProgress/SuccessResourceCount").asInt()).isEqualTo(1);
        assertThat(fixture.stack(id).has("ResourceProgress")).isFalse();
    }

    @Test
    void regionsAndCostsAreTold() throws Exception {
        JsonNode regions = fixture.call("DescribeRegions");
        JsonNode cost = fixture.call(
                "GetTemplateEstimateCost",
                "TemplateBody",
                LocalRosFixture.HEADER
                        + "Resources: {Host: {Type: ALIYUN::ECS::Instance}, Vpc: {Type: ALIYUN::ECS::VPC}}\n");

        assertThat(field(regions.get("Regions"), "RegionId")).contains("cn-hangzhou", "ap-southeast-1");
        assertThat(cost.at("/Resources/Host/Result/Order/TradeAmount").asDouble())
                .isPositive();
        assertThat(cost.get("Resources").has("Vpc")).isFalse();
    }

    @Test
    void hundredsOfStacksAndThousandsOfEventsAnswerFast() throws Exception {
        StringBuilder large = new StringBuilder("Resources:\n");
        for (int i = 0; i < 250; i++) {
            large.append("  B").append(i).append(": {Type: ALIYUN::OSS::Bucket, Properties: {Tag: v0}}\n");
        }
        String id = fixture.created("large", large.toString());
        for (int i = 1; i < 10; i++) {
            fixture.update(id, large.toString().replace("v0", "v" + i));
            fixture.later(3600);
        }
        for (int i = 0; i < 520; i++) {
            fixture.create("s" + i, TEMPLATE);
        }

        long start = System.nanoTime();
        JsonNode events = fixture.call("ListStackEvents", "StackId", id, "PageSize", "50", "PageNumber", "40");
        JsonNode stacks = fixture.call("ListStacks", "PageSize", "50", "Status.1", "CREATE_IN_PROGRESS");
        JsonNode stack = fixture.stack(id);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);

        assertThat(events.get("TotalCount").asInt()).isGreaterThan(5_000);
        assertThat(stacks.get("TotalCount").asInt()).isEqualTo(520);
        assertThat(stack.get("Status").asText()).isEqualTo("UPDATE_COMPLETE");
        assertThat(elapsed).isLessThan(Duration.ofSeconds(2));
    }

    private List<String> names(String... arguments) throws Exception {
        return field(fixture.call("ListStacks", arguments).get("Stacks"), "StackName");
    }
}
