package io.jenkins.plugins.stackdeploy.ros;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Templates that tests deploy. */
final class Samples {
    private static final String HEADER = "ROSTemplateFormatVersion: '2015-09-01'\n";

    /** Two buckets, one after the other: 7 nominal seconds. */
    static final String TWO = of("""
            Resources:
              A: {Type: 'ALIYUN::OSS::Bucket'}
              B: {Type: 'ALIYUN::OSS::Bucket', DependsOn: A}
            Outputs:
              First: {Value: !Ref A}
            """);

    /** The same two with a difference in B: 3 nominal seconds. */
    static final String TWO_CHANGED = TWO.replace("DependsOn: A", "DependsOn: A, Properties: {AccessControl: private}");

    /** A VPC with a parameter, a secret parameter, and room for more resources after it. */
    static final String VPC = of("""
            Parameters:
              Name: {Type: String, Default: first}
              Password: {Type: String, NoEcho: true, Default: none}
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties: {CidrBlock: 10.0.0.0/8, VpcName: !Ref Name, Description: !Ref Password}
            """);

    /** A secret parameter that no output shows. */
    static final String WITH_SECRET = of("""
            Parameters:
              Password: {Type: String, NoEcho: true, MinLength: 3}
            Resources:
              A: {Type: 'ALIYUN::OSS::Bucket', Properties: {Tags: !Ref Password}}
            """);

    private Samples() {}

    static String of(String body) {
        return HEADER + body;
    }

    /** As {@link #TWO}, with B failing. */
    static String failing(String on) {
        return TWO.replace(
                "DependsOn: A",
                "DependsOn: A, Properties: {AccessControl: " + on + "}, Metadata: {LocalCloud: {FailOn: " + on
                        + ", Reason: 'Quota of buckets exceeded', Code: TooManyBuckets}}");
    }

    /** So many resources that do not depend on each other. */
    static String many(int count, IntFunction<String> properties) {
        return of("Resources:\n")
                + IntStream.range(0, count)
                        .mapToObj(number -> "  R" + number + ": {Type: 'ALIYUN::OSS::Bucket', Properties: {Tags: "
                                + properties.apply(number) + "}}\n")
                        .collect(Collectors.joining());
    }
}
