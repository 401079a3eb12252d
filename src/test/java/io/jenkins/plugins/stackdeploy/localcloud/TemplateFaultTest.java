package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFaultTest {
    private static final String VERSION = "ROSTemplateFormatVersion: '2015-09-01'|";
    private static LocalRosFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "InvalidSchema; {not json",
                "InvalidSchema; just text",
                "InvalidSchema; {\"ROSTemplateFormatVersion\": \"2015-09-01\", \"Outputs\": {}, \"Outputs\": {}}",
                "InvalidSchema; " + VERSION + "Description: a|Description: b",
                "InvalidTemplateVersion; Resources: {}",
                "InvalidTemplateVersion; ROSTemplateFormatVersion: '2010-09-09'",
                "InvalidTemplateSection; " + VERSION + "Ressources: {}",
                "InvalidTemplateSection; " + VERSION + "Resources: {A: {Type: ALIYUN::OSS::Bucket, Propeties: {}}}",
                "InvalidTemplatePropertyType; " + VERSION + "Resources: []",
                "InvalidTemplatePropertyType; " + VERSION + "Resources: {A: text}",
                "InvalidTemplatePropertyType; " + VERSION + "Parameters: {P: {Type: Strange}}",
                "StackValidationFailed; " + VERSION + "Resources: {A: {Type: AWS::EC2::VPC}}",
                "InvalidTemplateReference; " + VERSION
                        + "Resources: {A: {Type: ALIYUN::OSS::Bucket, Properties: {X: !Ref B}}}",
                "InvalidTemplateReference; " + VERSION + "Resources: {A: {Type: ALIYUN::OSS::Bucket, DependsOn: B}}",
                "InvalidTemplateReference; " + VERSION + "Outputs: {O: {Value: !Sub 'x-${Ghost}'}}",
                "InvalidTemplateReference; " + VERSION + "Outputs: {O: {Value: !GetAtt Ghost.Id}}",
                "InvalidTemplateAttribute; " + VERSION
                        + "Resources: {A: {Type: ALIYUN::ECS::VPC}}|Outputs: {O: {Value: !GetAtt A.Colour}}",
                "CircularDependency; " + VERSION
                        + "Resources: {A: {Type: ALIYUN::OSS::Bucket, DependsOn: B}, "
                        + "B: {Type: ALIYUN::OSS::Bucket, Properties: {X: !Ref A}}}",
                "UserParameterMissing; " + VERSION + "Parameters: {P: {Type: String}}",
                "StackValidationFailed; " + VERSION + "Parameters: {P: {Type: Number, Default: x}}",
                "StackValidationFailed; " + VERSION + "Parameters: {P: {Type: String, Default: x, AllowedValues: [y]}}",
                "StackValidationFailed; " + VERSION + "Parameters: {P: {Type: String, Default: x, MinLength: 2}}",
                "StackValidationFailed; " + VERSION + "Parameters: {P: {Type: Number, Default: 9, MaxValue: 8}}",
                "StackValidationFailed; " + VERSION
                        + "Parameters: {P: {Type: String, Default: x, AllowedPattern: 'y+'}}"
            })
    void theDocumentedCodeNamesTheFault(String code, String template) {
        TeaException error = refused(() -> fixture.call(
                "CreateStack", "StackName", "s", "TemplateBody", template.trim().replace("|", "\n")));

        assertThat(error.getCode()).isEqualTo(code);
        assertThat(error.getStatusCode()).isEqualTo(400);
        assertThat(fixture.ros.stacks()).isEmpty();
    }

    @Test
    void theMessagesNameWhatIsWrong() {
        assertThat(refused(() -> fixture.create("s", "Parameters: {Zone: {Type: String}}\n"))
                        .getMessage())
                .contains("The Parameter Zone was not provided.");
        assertThat(refused(() -> fixture.create(
                                "s",
                                "Description: x\n",
                                "Parameters.1.ParameterKey",
                                "Zon",
                                "Parameters.1.ParameterValue",
                                "a"))
                        .getMessage())
                .contains("The Parameter (Zon) was not defined in template.");
        assertThat(refused(() -> fixture.create(
                                "s",
                                "Resources: {A: {Type: ALIYUN::OSS::Bucket, DependsOn: B}, "
                                        + "B: {Type: ALIYUN::OSS::Bucket, DependsOn: A}}\n"))
                        .getMessage())
                .contains("Circular Dependency Found: A -> B -> A.");
    }

    @Test
    void aRefusedSecretIsNotRepeated() {
        TeaException error = refused(() -> fixture.create(
                "s",
                "Parameters: {Password: {Type: String, NoEcho: true, MinLength: 12}}\n",
                "Parameters.1.ParameterKey",
                "Password",
                "Parameters.1.ParameterValue",
                "hunter2"));

        assertThat(error.getMessage()).contains("Password").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "StackName, 1abc, InvalidParameter",
        "StackName, a.b, InvalidParameter",
        "TimeoutInMinutes, 9, InvalidParameter",
        "TimeoutInMinutes, 1441, InvalidParameter",
        "TimeoutInMinutes, soon, InvalidParameter",
        "DisableRollback, yes, InvalidParameter",
        "DeletionProtection, On, InvalidParameter",
        "CreateOption, Explode, InvalidParameter",
        "TemplateURL, oss://b/t, InvalidParameter",
        "TemplateVersion, v1, InvalidParameter",
        "RegionId, mars-1, InvalidRegionId",
        "Parameters.1.ParameterKey, Lonely, MissingParameters.1.ParameterValue",
    })
    void parametersOutsideTheirRangeAreInvalid(String name, String value, String code) {
        assertThat(refused(() -> fixture.call(
                                "CreateStack", "StackName", "s", "TemplateBody", LocalRosFixture.HEADER, name, value))
                        .getCode())
                .isEqualTo(code);
    }

    @Test
    void requiredParametersAreMissedByName() {
        assertThat(refused(() -> fixture.call("CreateStack", "TemplateBody", LocalRosFixture.HEADER))
                        .getCode())
                .isEqualTo("MissingStackName");
        assertThat(refused(() -> fixture.call("GetStack")).getCode()).isEqualTo("MissingStackId");
        assertThat(refused(() -> fixture.call("CreateStack", "StackName", "s")).getCode())
                .isEqualTo("InvalidParameter");
    }

    @Test
    void validationSumsUpWhatIsWrongUnderOneCode() {
        assertThat(refused(() -> fixture.call("ValidateTemplate", "TemplateBody", "Resources: {}"))
                        .getCode())
                .isEqualTo("InvalidTemplate");
    }
}
