package io.jenkins.plugins.stackdeploy.bench;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Templates whose resources are made side by side and are done one after the other, evenly spread over the time. */
final class StackTemplates {
    /** Resources of every stack that is deployed. */
    static final int RESOURCES = 20;
    /** What a local ROS adds after the last resource. */
    private static final double ROS_WRAP_UP_SECONDS = 1;

    private StackTemplates() {}

    /** A ROS stack that takes exactly so many seconds. */
    static String ros(double seconds) {
        return of("\"ROSTemplateFormatVersion\": \"2015-09-01\"", "ALIYUN::OSS::Bucket", seconds - ROS_WRAP_UP_SECONDS);
    }

    /** Likewise, but all resources except one are done after a fifth of the time: nothing tells when the last one will be. */
    static String rosWithStraggler(double seconds) {
        double last = seconds - ROS_WRAP_UP_SECONDS;
        return of(
                "\"ROSTemplateFormatVersion\": \"2015-09-01\"",
                "ALIYUN::OSS::Bucket",
                number -> number == RESOURCES ? last : last / 5 * number / RESOURCES);
    }

    /** A CloudFormation stack that takes about so many seconds. */
    static String aws(double seconds) {
        return of("\"AWSTemplateFormatVersion\": \"2010-09-09\"", "AWS::SNS::Topic", seconds);
    }

    private static String of(String version, String type, double seconds) {
        return of(version, type, number -> seconds * number / RESOURCES);
    }

    private static String of(String version, String type, IntToDoubleFunction seconds) {
        return IntStream.rangeClosed(1, RESOURCES)
                .mapToObj(number -> String.format(
                        Locale.ROOT,
                        "\"R%d\": {\"Type\": \"%s\", \"Metadata\": {\"LocalCloud\": {\"Seconds\": %.3f}}}",
                        number,
                        type,
                        seconds.applyAsDouble(number)))
                .collect(Collectors.joining(",\n", "{" + version + ",\n\"Resources\": {\n", "\n}}"));
    }
}
