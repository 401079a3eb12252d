package io.jenkins.plugins.stackdeploy.cloudformation;

/** Templates and accounts that tests share. */
final class Samples {
    static final String A = "111111111111";
    static final String B = "222222222222";
    static final String C = "333333333333";
    static final String D = "444444444444";

    /** A topic with a parameter that has a default. */
    static final String TOPIC = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Env: {Type: String, Default: test}
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Env}}
            """;

    /** The same as {@link #TOPIC} in another format and order. */
    static final String TOPIC_AS_JSON = """
            {"Resources": {"Topic": {"Properties": {"TopicName": {"Ref": "Env"}}, "Type": "AWS::SNS::Topic"}},
             "Parameters": {"Env": {"Default": "test", "Type": "String"}}, "AWSTemplateFormatVersion": "2010-09-09"}
            """;

    /** Something else than {@link #TOPIC}. */
    static final String TWO_TOPICS = TOPIC + "  Second: {Type: 'AWS::SNS::Topic'}\n";

    private Samples() {}
}
