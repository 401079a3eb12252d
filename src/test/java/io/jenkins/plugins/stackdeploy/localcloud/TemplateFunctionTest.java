package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateFunctionTest {
    private static final String FUNCTIONS = """
            Parameters:
              Count: {Type: Number, Default: 3}
              Zones: {Type: CommaDelimitedList, Default: 'a, b'}
              Env: {Type: String, Default: prod}
              Tree: {Type: Json, Default: {x: 1}}
            Mappings:
              Sizes: {prod: {Size: large}, test: {Size: small}}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
              IsTest: !Not [!Condition IsProd]
              Never: !And [!Condition IsProd, !Condition IsTest]
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC, Properties: {VpcName: !If [IsTest, x, !Ref ALIYUN::NoValue]}}
              Spare: {Type: ALIYUN::ECS::VPC, Condition: IsTest}
            Outputs:
              Sub: {Value: !Sub ['${Env}-${Vpc.VpcId}-${mine}-${!raw}', {mine: !Ref Count}]}
              Size: {Value: !FindInMap [Sizes, !Ref Env, Size]}
              Second: {Value: !Select [1, !Ref Zones]}
              Split: {Value: !Split ['-', 'p-q']}
              Base: {Value: !Base64Encode hello}
              Count: {Value: !Ref Count}
              Tree: {Value: !Ref Tree}
              Other: {Value: {'Fn::Avg': [1, [2, 4]]}}
              Hidden: {Value: x, Condition: Never}
            """;

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
    void outputsAreEvaluated() throws Exception {
        String id = fixture.created("s", FUNCTIONS);

        assertThat(output(id, "Sub").asText()).matches("prod-vpc-bp1[0-9a-f]{15}-3-\\$\\{raw\\}");
        assertThat(output(id, "Size").asText()).isEqualTo("large");
        assertThat(output(id, "Second").asText()).isEqualTo("b");
        assertThat(output(id, "Split")).extracting(JsonNode::asText).containsExactly("p", "q");
        assertThat(output(id, "Base").asText()).isEqualTo("aGVsbG8=");
        assertThat(output(id, "Count").isNumber()).isTrue();
        assertThat(output(id, "Tree").get("x").asInt()).isEqualTo(1);
        assertThat(output(id, "Other").has("Fn::Avg")).isTrue();
        assertThat(field(fixture.stack(id).get("Outputs"), "OutputKey")).doesNotContain("Hidden");
    }

    @Test
    void conditionsDecideWhichResourcesThereAre() throws Exception {
        String prod = fixture.created("prod", FUNCTIONS);
        String test = fixture.created(
                "test", FUNCTIONS, "Parameters.1.ParameterKey", "Env", "Parameters.1.ParameterValue", "test");

        assertThat(fixture.call("ListStackResources", "StackId", prod).get("Resources"))
                .hasSize(1);
        assertThat(fixture.call("ListStackResources", "StackId", test).get("Resources"))
                .hasSize(2);
        assertThat(output(test, "Size").asText()).isEqualTo("small");
    }

    @Test
    void jsonAndYamlOfTheSameTemplateAreTheSameStack() throws Exception {
        String yaml = """
                Resources:
                  A: {Type: ALIYUN::ECS::VPC}
                  B: {Type: ALIYUN::ECS::VSwitch, Properties: {VpcId: !GetAtt A.VpcId, Size: 3, Open: true}}
                """;
        String json = """
                {"ROSTemplateFormatVersion": "2015-09-01", "Resources": {
                  "B": {"Type": "ALIYUN::ECS::VSwitch", "Properties":
                    {"VpcId": {"Fn::GetAtt": ["A", "VpcId"]}, "Size": 3, "Open": true}},
                  "A": {"Type": "ALIYUN::ECS::VPC"}}}
                """;
        String id = fixture.created("s", yaml);

        assertThat(LocalRosFixture.refused(() -> fixture.call("UpdateStack", "StackId", id, "TemplateBody", json))
                        .getMessage())
                .contains("completely same stack");
    }

    @Test
    void anUnquotedFormatVersionIsNotADate() throws Exception {
        JsonNode answer = fixture.call(
                "ValidateTemplate",
                "TemplateBody",
                "ROSTemplateFormatVersion: 2015-09-01\n" + FUNCTIONS,
                "UpdateInfoOptions.1",
                "Enabled");

        assertThat(field(answer.get("Parameters"), "ParameterKey")).containsExactly("Count", "Zones", "Env", "Tree");
        assertThat(answer.at("/ResourceTypes/Resources/0").asText()).isEqualTo("ALIYUN::ECS::VPC");
        assertThat(answer.at("/UpdateInfo/ParametersAllowedToBeModified")).hasSize(4);
    }

    private JsonNode output(String id, String key) throws Exception {
        for (JsonNode output : fixture.stack(id).get("Outputs")) {
            if (output.get("OutputKey").asText().equals(key)) {
                return output.get("OutputValue");
            }
        }
        throw new AssertionError("no output " + key);
    }
}
