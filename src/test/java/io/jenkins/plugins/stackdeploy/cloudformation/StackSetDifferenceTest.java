package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class StackSetDifferenceTest {
    private static final String DEFAULT_ROLE =
            "arn:aws:iam::111111111111:role/AWSCloudFormationStackSetAdministrationRole";

    private static final String TEMPLATE = """
            Parameters:
              Env: {Type: String, Default: test}
              Size: {Type: String}
              Password: {Type: String, NoEcho: true, Default: secret}
              Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /image}
            Resources:
              Topic: {Type: 'AWS::SNS::Topic'}
            """;

    private static StackSet live(Consumer<StackSet.Builder> change) {
        StackSet.Builder live = StackSet.builder()
                .stackSetName("web")
                .templateBody(TEMPLATE)
                .permissionModel("SELF_MANAGED")
                .description("the web")
                .administrationRoleARN(DEFAULT_ROLE)
                .executionRoleName("AWSCloudFormationStackSetExecutionRole")
                .capabilitiesWithStrings("CAPABILITY_IAM")
                .tags(Tag.builder().key("team").value("web").build())
                .parameters(parameter("Size", "s"), parameter("Password", "****"));
        change.accept(live);
        return live.build();
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private static Requests.Deploy same() {
        return Requests.deploy("web", TEMPLATE).parameter("Size", "s");
    }

    private static StackSetDifference difference(StackSet live, Requests.Deploy request) {
        return StackSetDifference.between(live, request.get(), Map.of("Size", "s", "Env", "prod", "Password", "new"));
    }

    private static StackSetDifference difference(Requests.Deploy request) {
        return difference(live(set -> {}), request);
    }

    static Stream<Arguments> noDifferences() {
        return Stream.of(
                no("nothing but the template", request -> request),
                no("all that is there", request -> request.description("the web")
                        .tag("team", "web")
                        .capabilities("CAPABILITY_IAM")
                        .administrationRole(DEFAULT_ROLE)
                        .executionRole("AWSCloudFormationStackSetExecutionRole")
                        .permissionModel(PermissionModel.SELF_MANAGED)
                        .managedExecution(false)),
                no("a default that is given", request -> request.parameter("Env", "test")),
                no("the previous value of a hidden parameter", request -> request.previous("Password")));
    }

    private static Arguments no(String what, UnaryOperator<Requests.Deploy> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noDifferences")
    void whatIsThereAlreadyIsNoDifference(String what, UnaryOperator<Requests.Deploy> change) {
        StackSetDifference difference = difference(change.apply(same()));

        assertThat(difference.changes()).as(what).isEmpty();
        assertThat(difference.isAny()).isFalse();
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                some("parameter Size changed", request -> request.parameter("Size", "xl")),
                some("2 parameters changed (Size, Env)", request -> request.parameter("Size", "xl")
                        .parameter("Env", "prod")),
                some("parameter Env changed", request -> request.secret("Env")),
                some("description changed", request -> request.description("another")),
                some("administration role changed", request -> request.administrationRole("arn:aws:iam::1:role/x")),
                some("execution role changed", request -> request.executionRole("mine")),
                some("tags changed", request -> request.tag("team", "other")),
                some("tags changed", Requests.Deploy::withoutTags),
                some("capabilities changed", request -> request.capabilities("CAPABILITY_NAMED_IAM")),
                some("automatic deployment changed", request -> request.autoDeployment(AutoDeployment.ENABLED)),
                some("managed execution changed", request -> request.managedExecution(true)),
                some("permission model changed", Requests.Deploy::serviceManaged));
    }

    private static Arguments some(String change, UnaryOperator<Requests.Deploy> request) {
        return Arguments.of(change, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void everyDifferenceIsNamed(String change, UnaryOperator<Requests.Deploy> request) {
        assertThat(difference(request.apply(same())).changes()).containsExactly(change);
    }

    @Test
    void templateIsComparedByWhatItMeans() {
        String other = TEMPLATE.replace("Resources:", "# a comment\nResources:");
        String changed = TEMPLATE.replace("Topic:", "Other:");

        assertThat(difference(Requests.deploy("web", other).parameter("Size", "s"))
                        .template())
                .isFalse();
        assertThat(difference(Requests.deploy("web", changed).parameter("Size", "s")))
                .satisfies(difference -> assertThat(difference.template()).isTrue())
                .satisfies(difference -> assertThat(difference.changes()).containsExactly("template changed"));
    }

    @Test
    void templateThatCannotBeReadIsTheSameOnlyWhenItsTextIs() {
        StackSet live = live(set -> set.templateBody("{ broken").parameters(parameter("Size", "s")));

        assertThat(difference(live, Requests.deploy("web", "{ broken").parameter("Size", "s"))
                        .isAny())
                .isFalse();
        assertThat(difference(live, Requests.deploy("web", "{ other").parameter("Size", "s"))
                        .template())
                .isTrue();
    }

    @Test
    void templateBehindAUrlCountsAsChangedAndTheLogSaysWhy() {
        StackSetDifference difference = difference(same().template(new StackSetTemplate(
                "https://b.s3.amazonaws.com/t", null, "https://b.s3.amazonaws.com/t", null)));

        assertThat(difference.template()).isTrue();
        assertThat(difference.notes()).singleElement().asString().contains("cannot be compared");
    }

    @Test
    void hiddenValuesAndSsmParametersCountAsChangedAndTheLogSaysWhy() {
        StackSetDifference difference = difference(same().secret("Password").parameter("Image", "/image"));

        assertThat(difference.changes()).containsExactly("2 parameters changed (Password, Image)");
        assertThat(difference.notes())
                .singleElement()
                .asString()
                .contains("does not show the values of Password, Image")
                .doesNotContain("new");
    }

    @Test
    void secretThatTheServiceShowsIsCompared() {
        StackSet live = live(set -> set.parameters(parameter("Size", "s"), parameter("Env", "prod")));

        assertThat(difference(live, same().secret("Env")).isAny()).isFalse();
    }

    @Test
    void parameterThatIsNotGivenAnyLongerGoesBackToItsDefaultAndTheLogSaysSo() {
        StackSet live = live(set -> set.parameters(parameter("Size", "s"), parameter("Env", "prod")));

        StackSetDifference difference = difference(live, same());

        assertThat(difference.changes()).containsExactly("parameter Env changed");
        assertThat(difference.notes()).containsExactly("Not given, and so put back to the template's default: Env.");
    }
}
