package io.jenkins.plugins.stackdeploy.cloudformation;

/** Where people see a stack set in the AWS console. */
final class ConsoleLink {
    private ConsoleLink() {}

    /**
     * The address of a stack set. Source: AWS General Reference, console addresses of the partitions aws, aws-cn and
     * aws-us-gov; AWS European Sovereign Cloud General Reference, that of aws-eusc.
     *
     * @param region the stack set's region
     * @param stackSetId its id, {@code name:uuid}
     * @param serviceManaged whether AWS Organizations gives the permissions; the console lists these apart
     */
    static String to(String region, String stackSetId, boolean serviceManaged) {
        String host = "console.aws.amazon.com";
        if (region.startsWith("cn-")) {
            host = "console.amazonaws.cn";
        } else if (region.startsWith("us-gov-")) {
            host = "console.amazonaws-us-gov.com";
        } else if (region.startsWith("eusc-")) {
            host = "console.amazonaws-eusc.eu";
        }
        return "https://" + region + "." + host + "/cloudformation/home?region=" + region + "#/stacksets/" + stackSetId
                + "/info?permissions=" + (serviceManaged ? "service" : "self");
    }
}
