package io.jenkins.plugins.stackdeploy.steps;

/** Templates for tests of the steps. */
final class StepTemplates {
    /** A VPC that takes a moment. */
    static final String VPC = """
            ROSTemplateFormatVersion: '2015-09-01'
            Parameters:
              Name: {Type: String, Default: first}
              Password: {Type: String, NoEcho: true, Default: none}
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {CidrBlock: 10.0.0.0/8, VpcName: !Ref Name, Description: !Ref Password}
            Outputs:
              VpcId: {Value: !Ref Vpc}
            """;

    /** A VPC that takes an hour. */
    static final String SLOW = taking(100 * 60 * 60);

    /** A VPC that cannot be created. */
    static final String FAILING = VPC.replace(
            "    Properties:",
            "    Metadata: {LocalCloud: {FailOn: CREATE, Reason: \"Quota of VPCs exceeded\"}}\n    Properties:");

    private StepTemplates() {}

    /** A VPC that takes so many seconds of the cloud's time. */
    static String taking(int seconds) {
        return VPC.replace(
                "    Properties:", "    Metadata: {LocalCloud: {Seconds: " + seconds + "}}\n    Properties:");
    }
}
