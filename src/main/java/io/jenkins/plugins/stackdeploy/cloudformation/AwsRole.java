package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * A role to take on before AWS is called.
 *
 * @param arn such as {@code arn:aws:iam::111122223333:role/deployer}
 * @param externalId what the role asks for; null for nothing
 * @param sessionName what AWS' audit log shows, 2 to 64 of the characters that STS allows
 */
public record AwsRole(String arn, String externalId, String sessionName) {
    private static final int LONGEST = 64;

    /** Makes the session name fit. Source: STS API, AssumeRole, RoleSessionName. */
    public AwsRole {
        sessionName = fit(sessionName);
    }

    private static String fit(String name) {
        String fit = name.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        // The end tells more: it is the number of the build.
        fit = fit.length() > LONGEST ? fit.substring(fit.length() - LONGEST) : fit;
        return fit.length() < 2 ? "jenkins" : fit;
    }
}
