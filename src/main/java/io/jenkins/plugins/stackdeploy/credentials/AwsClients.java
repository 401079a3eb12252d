package io.jenkins.plugins.stackdeploy.credentials;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsAccess;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsEndpoints;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsIdentity;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsRole;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsSettings;
import io.jenkins.plugins.stackdeploy.cloudformation.SharedSessions;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.ros.RpcEndpoint;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives access to AWS by what a job names. May be asked for {@link #problems} where the AWS SDK is not installed. */
public final class AwsClients {
    private static final String EXAMPLE = "eu-west-1";

    /** Apart, so that it is not needed where the AWS SDK is not installed. */
    private static final class Shared {
        static final SharedSessions SESSIONS = new SharedSessions();
    }

    private AwsClients() {}

    /**
     * What is wrong with a target, before any call.
     *
     * @param target what a job names
     * @param run the build
     * @return messages, none when all is well
     */
    public static List<String> problems(AwsTarget target, Run<?, ?> run) {
        NamedTarget<AwsConnection> named = named(target);
        Optional<String> unusable = unusable(named);
        if (unusable.isPresent()) {
            return List.of(unusable.get());
        }
        List<String> problems = new ArrayList<>(named.regionProblems(EXAMPLE));
        try {
            AwsKeys.of(named, run);
            endpoints(named.connection().orElse(null));
        } catch (IllegalArgumentException wrong) {
            problems.add(wrong.getMessage());
        }
        String externalId = externalId(target, named);
        if (named.roleArn() != null && !named.roleArn().matches("arn:aws[a-z-]*:iam::[0-9]{12}:role/\\S+")) {
            problems.add(Messages.Target_badAwsRole(named.roleArn()));
        }
        if (externalId != null && named.roleArn() == null) {
            problems.add(Messages.Target_externalIdWithoutRole());
        } else if (externalId != null && !externalId.matches("[A-Za-z0-9_+=,.@:/-]{2,1224}")) {
            // Source: STS API, AssumeRole, ExternalId.
            problems.add(Messages.Target_badExternalId(externalId));
        }
        return problems;
    }

    /**
     * The bucket for large templates that the connection of a target offers.
     *
     * @param target what a job names
     * @return {@code bucket} or {@code bucket/prefix}; null when there is none
     */
    public static String templateBucket(AwsTarget target) {
        return named(target).connection().map(AwsConnection::getTemplateBucket).orElse(null);
    }

    /**
     * Access for a build.
     *
     * @param target a target without problems
     * @param run the build
     * @param budgets the controller's call budgets
     * @return the access, to be closed
     * @throws IllegalArgumentException when the target has become wrong since it was checked; the message says how
     */
    public static AwsAccess access(AwsTarget target, Run<?, ?> run, Budgets budgets) {
        NamedTarget<AwsConnection> named = named(target);
        unusable(named).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        AwsRole role = named.roleArn() == null
                ? null
                : new AwsRole(named.roleArn(), externalId(target, named), NamedTarget.session(run));
        AwsSettings settings = settings(
                AwsKeys.of(named, run), role, named.region(), named.connection().orElse(null));
        return Shared.SESSIONS.access(settings, budgets);
    }

    /**
     * How many sessions of builds are open. To be asked only where the AWS SDK is installed.
     *
     * @return 0 or more
     */
    public static int openSessions() {
        return Shared.SESSIONS.size();
    }

    /**
     * Who calls AWS with what the form of a connection says.
     *
     * @param connection what the form says
     * @return an ARN
     * @throws CloudException when AWS cannot be called
     * @throws IllegalArgumentException when the form is wrong; the message says how
     */
    static String caller(AwsConnection connection) throws CloudException {
        requireSdk();
        AwsRole role = connection.getRoleArn() == null
                ? null
                : new AwsRole(connection.getRoleArn(), connection.getExternalId(), "jenkins-test");
        String region = connection.getRegion() == null ? EXAMPLE : connection.getRegion();
        AwsSettings settings = settings(AwsKeys.forAdministrators(connection), role, region, connection);
        try (AwsAccess access = new SharedSessions().access(settings, new Budgets(InstantSource.system()))) {
            return access.caller();
        }
    }

    private static AwsSettings settings(AwsIdentity identity, AwsRole role, String region, AwsConnection connection) {
        return new AwsSettings(
                identity,
                role,
                region,
                endpoints(connection),
                JenkinsProxy.forAws(),
                connection == null ? AwsSettings.READS_PER_MINUTE : connection.callsPerMinute());
    }

    private static AwsEndpoints endpoints(AwsConnection connection) {
        return connection == null
                ? AwsEndpoints.PUBLIC
                : new AwsEndpoints(
                        uri(connection.getEndpoint()),
                        uri(connection.getStsEndpoint()),
                        uri(connection.getS3Endpoint()));
    }

    private static URI uri(String endpoint) {
        return endpoint == null ? null : RpcEndpoint.parse(endpoint).uri();
    }

    private static void requireSdk() {
        List<String> missing = AwsSdk.missingPlugins();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(Messages.Aws_pluginsMissing(String.join(", ", missing)));
        }
    }

    /** The external id of a connection is for its role, and no other. */
    private static String externalId(AwsTarget target, NamedTarget<AwsConnection> named) {
        return target.externalId() != null || target.roleArn() != null
                ? target.externalId()
                : named.connection().map(AwsConnection::getExternalId).orElse(null);
    }

    private static NamedTarget<AwsConnection> named(AwsTarget target) {
        return NamedTarget.of(
                AwsConnection.class, target.connection(), target.credentialsId(), target.region(), target.roleArn());
    }

    private static Optional<String> unusable(NamedTarget<AwsConnection> named) {
        List<String> missing = AwsSdk.missingPlugins();
        return missing.isEmpty()
                ? named.unusable(AwsConnection.class, Messages.AwsConnection_displayName())
                : Optional.of(Messages.Aws_pluginsMissing(String.join(", ", missing)));
    }
}
