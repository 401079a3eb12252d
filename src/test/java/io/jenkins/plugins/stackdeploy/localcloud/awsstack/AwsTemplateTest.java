package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.stackdeploy.localcloud.template.AwsParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsTemplateTest {
    @Test
    void yamlWithShortFormsIsUnderstood() {
        Template template = AwsTemplate.parse("""
                AWSTemplateFormatVersion: 2010-09-09
                Parameters:
                  Env: {Type: String, Default: test}
                Conditions:
                  Prod: !Equals [!Ref Env, prod]
                Resources:
                  Spare: {Type: 'AWS::SQS::Queue', Condition: Prod}
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub '${Env}-${AWS::Region}'
                      Tags: !If [Prod, [x], !Ref 'AWS::NoValue']
                  Topic:
                    Type: AWS::SNS::Topic
                    Properties: {DisplayName: !GetAtt Queue.Arn}
                """);

        Blueprint blueprint = Blueprint.of(template, Map.of("Env", "test"), Map.of("AWS::Region", "eu-west-1"));

        assertThat(blueprint.resources().keySet()).containsExactly("Queue", "Topic");
        assertThat(blueprint.resources().get("Queue").properties()).hasToString("{\"QueueName\":\"test-eu-west-1\"}");
        assertThat(blueprint.resources().get("Topic").dependencies()).containsExactly("Queue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Resources":{}}                                                    | At least one Resources member must be defined.
            {"Resources":{"A":{"Type":"Nothing"}}}                              | Unrecognized resource types: [Nothing]
            {"Resources":{"A":{}}}                                              | Every Resources object must contain a Type member.
            {"Resources":{"A-b":{"Type":"AWS::SNS::Topic"}}}                    | Resource name A-b is non alphanumeric.
            {"Foo":1,"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}              | Invalid template property or properties [Foo]
            {"Resources":{"A":{"Type":"AWS::SNS::Topic","DependsOn":"B"}}}      | Unresolved resource dependencies [B] in the Resources block
            {"Resources":{"A":{"Type":"AWS::SNS::Topic","DependsOn":"A"}}}      | Circular Dependency Found: A -> A.
            {"Resources":{"A":{"Type":"AWS::SNS::Topic"}},"Outputs":{"O":{"Value":{"Ref":"X"}}}} | Unresolved resource dependencies [X] in the Outputs block
            {"Resources":{"A":{"Type":"AWS::SNS::Topic","Condition":"C"}}}      | Unresolved condition dependency C
            {"Resources":                                                       | JSON not well-formed.
            Resources: [                                                        | YAML not well-formed.
            {"AWSTemplateFormatVersion":"2015-09-01","Resources":{}}            | unsupported value for AWSTemplateFormatVersion.
            """)
    void faultsAreValidationErrors(String text, String message) {
        assertThatThrownBy(() -> AwsTemplate.parse(text))
                .hasMessageContaining(message)
                .hasFieldOrPropertyWithValue("code", "ValidationError");
    }

    @Test
    void capabilitiesFollowFromResourcesAndTransforms() {
        assertThat(capabilities("'AWS::SNS::Topic'", "")).isEmpty();
        assertThat(capabilities("'AWS::IAM::Role'", "")).containsExactly("CAPABILITY_IAM");
        assertThat(capabilities("'AWS::IAM::Role', Properties: {RoleName: r}", ""))
                .containsExactly("CAPABILITY_NAMED_IAM");
        assertThat(capabilities("'AWS::SNS::Topic'", "Transform: AWS::Serverless-2016-10-31"))
                .containsExactly("CAPABILITY_AUTO_EXPAND");
    }

    @Test
    void parametersNameAllThatAreUnknownOrMissing() {
        Template template = AwsTemplate.parse("""
                Parameters:
                  A: {Type: String}
                  B: {Type: Number, MinValue: 3}
                  C: {Type: String, Default: c}
                Resources: {T: {Type: 'AWS::SNS::Topic'}}
                """);

        assertThat(AwsParameterValues.resolve(template, Map.of("A", "a", "B", "4")))
                .isEqualTo(Map.of("A", "a", "B", "4", "C", "c"));
        assertThatThrownBy(() -> AwsParameterValues.resolve(template, Map.of("X", "1", "Y", "2")))
                .hasMessage("Parameters: [X, Y] do not exist in the template");
        assertThatThrownBy(() -> AwsParameterValues.resolve(template, Map.of()))
                .hasMessage("Parameters: [A, B] must have values");
        assertThatThrownBy(() -> AwsParameterValues.resolve(template, Map.of("A", "a", "B", "2")))
                .hasMessageContaining("Parameter B failed to satisfy constraint")
                .hasMessageContaining("below MinValue 3");
    }

    private static List<String> capabilities(String resource, String more) {
        String text = more + "\nResources: {R: {Type: " + resource + "}}";
        return List.copyOf(AwsTemplate.capabilities(AwsTemplate.parse(text)));
    }
}
