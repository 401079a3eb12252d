package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String YAML = """
            ROSTemplateFormatVersion: 2015-09-01
            Description: A network # with a comment
            Parameters:
              ZoneId:
                Type: String
                AllowedValues: [cn-hangzhou-h, cn-hangzhou-i]
              Size: {Type: Number, Default: 40, MinValue: 20}
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties:
                  CidrBlock: 192.168.0.0/16
              VSwitch:
                Type: ALIYUN::ECS::VSwitch
                Properties:
                  VpcId: !Ref Vpc
                  Name: !Sub '${Vpc}-${ZoneId}'
                  Zone: !If [Here, !Ref ZoneId, !GetAtt Vpc.Zone.Id]
            Outputs:
              VpcId:
                Value: !GetAtt Vpc.VpcId
            """;

    private static final String JSON = """
            {"Outputs": {"VpcId": {"Value": {"Fn::GetAtt": ["Vpc", "VpcId"]}}},
             "ROSTemplateFormatVersion": "2015-09-01",
             "Resources": {
               "VSwitch": {"Properties": {
                 "Name": {"Fn::Sub": "${Vpc}-${ZoneId}"},
                 "VpcId": {"Ref": "Vpc"},
                 "Zone": {"Fn::If": ["Here", {"Ref": "ZoneId"}, {"Fn::GetAtt": ["Vpc", "Zone.Id"]}]}},
                 "Type": "ALIYUN::ECS::VSwitch"},
               "Vpc": {"Type": "ALIYUN::ECS::VPC", "Properties": {"CidrBlock": "192.168.0.0/16"}}},
             "Parameters": {"Size": {"MinValue": 20, "Type": "Number", "Default": 40},
                            "ZoneId": {"Type": "String", "AllowedValues": ["cn-hangzhou-h", "cn-hangzhou-i"]}},
             "Description": "A network"}
            """;

    @Test
    void sameTemplateInYamlAndJsonHasTheSameCanonicalTextAndDigest() {
        Template yaml = Templates.of(YAML);
        Template json = Templates.of(JSON);

        assertThat(yaml.format()).isEqualTo(TemplateFormat.YAML);
        assertThat(json.format()).isEqualTo(TemplateFormat.JSON);
        assertThat(yaml.canonical()).isEqualTo(json.canonical());
        assertThat(yaml.digest()).isEqualTo(json.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void canonicalTextIsOneLineOfSortedJson() {
        assertThat(Templates.of("b: 1.10 # comment\na: {z: [true, null, 'x\ty'], y: \"\\u4e2d\"}\n")
                        .canonical())
                .isEqualTo("{\"a\":{\"y\":\"中\",\"z\":[true,null,\"x\\ty\"]},\"b\":1.10}");
    }

    @Test
    void digestIsTheSha256OfTheCanonicalText() {
        assertThat(Templates.of("{}").digest())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void anyChangeOfMeaningChangesTheDigest() {
        assertThat(Templates.of(YAML).digest())
                .isNotEqualTo(Templates.of(YAML.replace("192.168", "192.169")).digest());
    }

    @Test
    void halfASurrogatePairDoesNotLookLikeAQuestionMark() {
        assertThat(Templates.of("{\"a\": \"\\ud800\"}").canonical()).isEqualTo("{\"a\":\"\\ud800\"}");
        assertThat(Templates.of("{\"a\": \"\\ud800\"}").digest())
                .isNotEqualTo(Templates.of("{\"a\": \"?\"}").digest());
        assertThat(Templates.of("{\"a\": \"\\ud83d\\ude00\"}").canonical()).isEqualTo("{\"a\":\"😀\"}");
    }

    @Test
    void textIsTheFileWithoutByteOrderMark() throws TemplateException {
        Template template =
                Template.parse("main.yaml", ("\uFEFF" + YAML).getBytes(StandardCharsets.UTF_8), TemplateLimits.ROS);

        assertThat(template.text()).isEqualTo(YAML);
        assertThat(template.name()).isEqualTo("main.yaml");
        assertThat(template.position("ROSTemplateFormatVersion")).contains(new Position(1, 1));
    }

    @Test
    void declarationsComeInTheOrderOfTheFileWithTheirPlaces() {
        Template template = Templates.of(YAML);

        assertThat(template.parameters().keySet()).containsExactly("ZoneId", "Size");
        assertThat(template.parameters().get("ZoneId").position()).isEqualTo(new Position(4, 3));
        assertThat(template.resources())
                .containsExactly(
                        entry("Vpc", new ResourceDeclaration("ALIYUN::ECS::VPC", new Position(9, 3))),
                        entry("VSwitch", new ResourceDeclaration("ALIYUN::ECS::VSwitch", new Position(13, 3))));
        assertThat(template.outputs()).containsExactly("VpcId");
    }

    @Test
    void positionsOfKeysAndListElementsAreFound() {
        Template yaml = Templates.of(YAML);

        assertThat(yaml.position("Resources", "Vpc", "Properties", "CidrBlock")).contains(new Position(12, 7));
        assertThat(yaml.position("Parameters", "ZoneId", "AllowedValues", "1")).contains(new Position(6, 36));
        assertThat(yaml.position("Resources", "Vpc", "Nothing")).isEmpty();
        assertThat(yaml.position("Parameters", "ZoneId", "AllowedValues", "2")).isEmpty();
        assertThat(yaml.position("Parameters", "ZoneId", "AllowedValues", "99999999999"))
                .isEmpty();
        assertThat(yaml.position()).contains(new Position(1, 1));
        assertThat(Templates.of(JSON).position("Resources", "Vpc", "Type")).contains(new Position(9, 12));
    }

    @Test
    void columnsCountCharactersAndNotJavaChars() {
        assertThat(Templates.of("{\"😀\": 1, \"b\": 2}").position("b")).contains(new Position(1, 10));
        assertThat(Templates.of("{\"😀\": 1, b: 2}".replace("\"", "'")).position("b"))
                .contains(new Position(1, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROSTemplateFormatVersion: '2015-09-01' | ROS",
                "{ROSTemplateFormatVersion: '2015-09-01', Transform: Aliyun::Serverless-2018-04-03} | ROS",
                "{ROSTemplateFormatVersion: '2015-09-01', Transform: Aliyun::Terraform-v1.5} | ROS_TERRAFORM",
                "{ROSTemplateFormatVersion: '2015-09-01', Transform: [Aliyun::OpenTofu-v1.8]} | ROS_TERRAFORM",
                "{Resources: {A: {Type: 'ALIYUN::ECS::VPC'}}} | ROS",
                "{Resources: {A: {Type: 'DATASOURCE::ECS::Instances'}}} | ROS",
                "AWSTemplateFormatVersion: 2010-09-09 | CLOUDFORMATION",
                "Transform: [{Name: 'AWS::Include'}] | CLOUDFORMATION",
                "{Resources: {A: {Type: 'AWS::S3::Bucket'}}} | CLOUDFORMATION",
                "{Resources: {A: {Type: 'Custom::Thing'}}} | UNKNOWN",
                "{Resources: []} | UNKNOWN",
            })
    void kindIsToldFromVersionTransformOrResourceTypes(String yaml, TemplateKind kind) {
        assertThat(Templates.of(yaml).kind()).isEqualTo(kind);
    }

    @Test
    void terraformCodeIsTextThatPassesThrough() {
        Template template = Templates.of("""
                ROSTemplateFormatVersion: '2015-09-01'
                Transform: Aliyun::Terraform-v1.5
                Workspace:
                  main.tf: |-
                    variable "name" {}
                    resource "alicloud_vpc" "vpc" { vpc_name = var.name }
                """);

        assertThat(template.kind()).isEqualTo(TemplateKind.ROS_TERRAFORM);
        assertThat(template.canonical())
                .contains("\"main.tf\":\"variable \\\"name\\\" {}\\nresource \\\"alicloud_vpc\\\"");
        assertThat(template.parameters()).isEmpty();
    }
}
