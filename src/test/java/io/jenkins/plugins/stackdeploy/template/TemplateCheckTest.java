package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    private static final String ROS = "ROSTemplateFormatVersion: '2015-09-01'\n";
    private static final String CLOUDFORMATION = "AWSTemplateFormatVersion: '2010-09-09'\n";
    private static final String DECLARED = """
            Parameters: {ZoneId: {Type: String}}
            Conditions: {Prod: {'Fn::Equals': [!Ref ZoneId, a]}}
            """;

    private static List<String> messages(String template) {
        return TemplateCheck.check(Templates.of(template)).stream()
                .map(Problem::message)
                .toList();
    }

    private static List<Problem> problemsOfProperty(String header, String property) {
        return TemplateCheck.check(Templates.of(header + DECLARED + "Resources:\n"
                + "  Vpc: {Type: 'ALIYUN::ECS::VPC'}\n"
                + "  Server: {Type: 'ALIYUN::ECS::InstanceGroup', Properties: {P: " + property + "}}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref ZoneId",
                "!Ref Vpc",
                "!Ref ALIYUN::Region",
                "!Ref AWS::NoValue",
                "!Ref 'Server[0]'",
                "!GetAtt Vpc.VpcId",
                "!GetAtt ['Server[1]', InstanceIds]",
                "!GetAtt Vpc",
                "!Sub '${ZoneId} ${Vpc.VpcId} ${ALIYUN::StackName} ${!Literal} ${Server[0].Id} $HOME ${}'",
                "!Sub ['${Own} ${Vpc}', {Own: !Ref ZoneId}]",
                "!If [Prod, !Ref Vpc, !Ref ALIYUN::NoValue]",
                "{Ref: Nothing, Beside: x}",
                "{Metadata: !Ref Nothing}",
                "{TemplateBody: {Outputs: {A: {Value: !Ref Nothing}}}}",
                "{Statement: [{Condition: {StringEquals: {a: b}}}]}",
                "!Ref {a: b}",
            })
    void whatACloudAcceptsIsNoProblem(String property) {
        assertThat(problemsOfProperty(ROS, property)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref ZoneID                   | Ref refers to \"ZoneID\", which the template does not declare. Did you mean \"ZoneId\"?",
                "!Ref Nothing                  | Ref refers to \"Nothing\", which the template does not declare. Declare it or correct the name.",
                "!GetAtt Vcp.VpcId             | Fn::GetAtt refers to \"Vcp\", which the template does not declare. Did you mean \"Vpc\"?",
                "{'Fn::GetAtt': Vcp.VpcId}     | Fn::GetAtt refers to \"Vcp.VpcId\", which the template does not declare. Declare it or correct the name.",
                "!Join ['', [!Ref Nothing]]    | Ref refers to \"Nothing\", which the template does not declare. Declare it or correct the name.",
                "!If [Pord, a, b]              | Fn::If refers to \"Pord\", which the template does not declare. Did you mean \"Prod\"?",
                "!Sub ['x', {Own: !Ref Nothing}] | Ref refers to \"Nothing\", which the template does not declare. Declare it or correct the name.",
            })
    void aReferenceToNothingIsAProblem(String property, String message) {
        assertThat(problemsOfProperty(ROS, property)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.position().line()).isEqualTo(6);
        });
    }

    @Test
    void anUndeclaredVariableInASubstitutionIsAProblemForCloudFormationAlone() {
        String message = "Fn::Sub refers to \"Nothing\", which the template does not declare."
                + " Declare it or correct the name.";

        assertThat(problemsOfProperty(ROS, "!Sub 'x ${Nothing}'"))
                .containsExactly(Problem.note(message, new Position(6, 64)));
        assertThat(problemsOfProperty(CLOUDFORMATION, "!Sub 'x ${Nothing}'"))
                .containsExactly(Problem.error(message, new Position(6, 64)));
    }

    @Test
    void dependenciesConditionsAndOutputsAreChecked() {
        assertThat(messages(ROS + """
                                Conditions:
                                  Prod: {'Fn::Not': [{Condition: Tset}]}
                                  Test: {'Fn::Equals': [!Ref Nothing, x]}
                                Resources:
                                  A: {Type: 'ALIYUN::ECS::VPC', DependsOn: BB, Condition: Prodd}
                                  B: {Type: 'ALIYUN::ECS::VPC', DependsOn: [A, C2], Condition: Prod}
                                Outputs:
                                  O: {Value: !GetAtt D2.Id, Condition: Tests}
                                """))
                .containsExactly(
                        "Condition refers to \"Tset\", which the template does not declare. Did you mean \"Test\"?",
                        "Ref refers to \"Nothing\", which the template does not declare. Declare it or correct the name.",
                        "Condition refers to \"Prodd\", which the template does not declare. Did you mean \"Prod\"?",
                        "DependsOn refers to \"BB\", which the template does not declare. Did you mean \"B\"?",
                        "DependsOn refers to \"C2\", which the template does not declare. Declare it or correct the name.",
                        "Fn::GetAtt refers to \"D2\", which the template does not declare. Declare it or correct the name.",
                        "Condition refers to \"Tests\", which the template does not declare. Did you mean \"Test\"?");
    }

    @Test
    void localsMappingsAndRulesAreKnown() {
        assertThat(messages(ROS + """
                                Parameters:
                                Locals: {Name: {Value: test}}
                                Mappings: {RegionMap: {cn-hangzhou: {'64': m-1}}}
                                Rules: {R: {Assertions: [{Assert: {'Fn::Equals': [!Ref Nothing, a]}}]}}
                                Resources:
                                  A: {Type: 'ALIYUN::ECS::VPC', Properties: {Name: !Ref Name, I: !FindInMap [RegionMap, a, '64']}}
                                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSTemplateFormatVersion: 2010-09-09\nTransform: AWS::Serverless-2016-10-31\n"
                        + "Resources: {F: {Type: 'AWS::Serverless::Function', DependsOn: ServerlessRestApi}}",
                "AWSTemplateFormatVersion: 2010-09-09\n"
                        + "Resources: {F: {'Fn::Transform': {Name: 'AWS::Include'}, Type: 'A::B', P: !Ref Included}}",
                "AWSTemplateFormatVersion: 2010-09-09\n"
                        + "Resources: {M: {Type: 'My::S3::Bucket::MODULE'}, Q: {Type: 'A::B', P: [!Ref M.B, !Ref MB]}}",
                "ROSTemplateFormatVersion: '2015-09-01'\n"
                        + "Resources: {M: {Type: 'MODULE::My::Net'}, Q: {Type: 'A::B', P: !GetAtt [M.Vpc, Id]}}",
                "ROSTemplateFormatVersion: '2015-09-01'\nModules: {}\nResources: {Q: {Type: 'A::B', P: !Ref Module}}",
                "ROSTemplateFormatVersion: '2015-09-01'\nTransform: Aliyun::Terraform-v1.5\nWorkspace: {}",
            })
    void whatTransformsAndModulesBringIsLeftToTheCloud(String template) {
        assertThat(messages(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Resources: {A: {Type: 'ALIYUN::ECS::VPC'}}}              | The template has no ROSTemplateFormatVersion. Add: ROSTemplateFormatVersion: \"2015-09-01\"",
                "{ROSTemplateFormatVersion: 2015-09-02, Resources: {A: {Type: b}}} | ROSTemplateFormatVersion must be \"2015-09-01\".",
                "{AWSTemplateFormatVersion: 2010-09-10, Resources: {A: {Type: b}}} | AWSTemplateFormatVersion must be \"2010-09-09\".",
                "{AWSTemplateFormatVersion: 2010-09-09}                    | The template has no Resources section, so there is nothing to deploy. Check that this is the right file.",
                "{AWSTemplateFormatVersion: 2010-09-09, Resources: null}   | The template has no Resources section, so there is nothing to deploy. Check that this is the right file.",
                "{services: {web: {image: x}}}                             | The template has no Resources section, so there is nothing to deploy. Check that this is the right file.",
                "{AWSTemplateFormatVersion: 2010-09-09, Resource: {}}      | The template has no Resources section. Did you mean to write \"Resources\" for \"Resource\"?",
                "{ROSTemplateFormatVersion: 2015-09-01, Resources: []}     | The section Resources must be a map from names to their declarations.",
                "{ROSTemplateFormatVersion: 2015-09-01, Resources: {}, Outputs: x} | The section Outputs must be a map from names to their declarations.",
                "{ROSTemplateFormatVersion: 2015-09-01, Resources: {A: {}}} | Resource \"A\" has no Type. Add one, such as Type: ALIYUN::ECS::VPC or AWS::S3::Bucket",
                "{ROSTemplateFormatVersion: 2015-09-01, Resources: {A: x}} | Resource \"A\" has no Type. Add one, such as Type: ALIYUN::ECS::VPC or AWS::S3::Bucket",
                "{ROSTemplateFormatVersion: 2015-09-01, Resources: {}, Parameters: {A: {}}} | Parameter \"A\" has no Type. Add one, such as Type: String",
            })
    void structuralMistakesAreTold(String template, String message) {
        assertThat(TemplateCheck.check(Templates.of(template)))
                .extracting(Problem::message, Problem::severity)
                .containsExactly(tuple(message, Problem.Severity.ERROR));
    }

    @Test
    void manyMistakesAreFoundInBoundedTime() {
        StringBuilder template = new StringBuilder(ROS + "Resources:\n");
        for (int i = 0; i < 5000; i++) {
            template.append("  SomeResource")
                    .append(i)
                    .append(": {Type: A::B, P: !Ref SomeResorce")
                    .append(i)
                    .append("}\n");
        }

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> messages(template.toString())))
                .hasSize(5000);
    }

    @Test
    void rosTakesATemplateWithoutResources() {
        assertThat(TemplateCheck.check(Templates.of(ROS)))
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.NOTE);
    }
}
