package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCapabilitiesTest {
    private static List<String> missing(String template, String... given) throws TemplateException {
        return TemplateCapabilities.missing(Templates.parse(template), List.of(given)).stream()
                .map(needed -> needed.capability() + " " + needed.because())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::IAM::Role, RoleName",
        "AWS::IAM::User, UserName",
        "AWS::IAM::Group, GroupName",
        "AWS::IAM::InstanceProfile, InstanceProfileName",
        "AWS::IAM::ManagedPolicy, ManagedPolicyName"
    })
    void resourceOfIamNeedsTheCapabilityAndANameTheStrongerOne(String type, String name) throws TemplateException {
        String plain = "Resources: {R: {Type: '" + type + "', Properties: {Path: /}}}";
        String named = "Resources: {R: {Type: '" + type + "', Properties: {" + name + ": x}}}";

        assertThat(missing(plain)).containsExactly("CAPABILITY_IAM R (" + type + ")");
        assertThat(missing(plain, "CAPABILITY_NAMED_IAM")).isEmpty();
        assertThat(missing(named, "CAPABILITY_IAM")).containsExactly("CAPABILITY_NAMED_IAM R (" + type + ")");
    }

    @Test
    void policyNameIsNoNameOfItsOwn() throws TemplateException {
        assertThat(missing("Resources: {P: {Type: 'AWS::IAM::Policy', Properties: {PolicyName: x}}}"))
                .containsExactly("CAPABILITY_IAM P (AWS::IAM::Policy)");
    }

    @Test
    void strongestNeedOfAllResourcesCounts() throws TemplateException {
        assertThat(missing("Resources:\n  A: {Type: 'AWS::IAM::AccessKey'}\n"
                        + "  R: {Type: 'AWS::IAM::Role', Properties: {RoleName: x}}\n"))
                .containsExactly("CAPABILITY_NAMED_IAM R (AWS::IAM::Role)");
    }

    @Test
    void transformsNeedToBeExpanded() throws TemplateException {
        String resources = "Resources: {T: {Type: 'AWS::SNS::Topic'}}\n";
        assertThat(missing(resources + "Transform: AWS::Serverless-2016-10-31"))
                .containsExactly("CAPABILITY_AUTO_EXPAND Transform AWS::Serverless-2016-10-31");
        assertThat(missing("Resources: {T: {'Fn::Transform': {Name: 'AWS::Include'}}}"))
                .containsExactly("CAPABILITY_AUTO_EXPAND Fn::Transform");
        assertThat(missing(resources + "Transform: Mine", "CAPABILITY_AUTO_EXPAND"))
                .isEmpty();
        assertThat(missing(resources)).isEmpty();
    }
}
