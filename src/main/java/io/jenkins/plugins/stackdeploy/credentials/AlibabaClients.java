package io.jenkins.plugins.stackdeploy.credentials;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.ros.AccessKey;
import io.jenkins.plugins.stackdeploy.ros.AccessKeySource;
import io.jenkins.plugins.stackdeploy.ros.AssumedRole;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RpcEndpoint;
import io.jenkins.plugins.stackdeploy.ros.TeaRosApi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes clients of ROS from what a job names. */
public final class AlibabaClients {
    private AlibabaClients() {}

    /**
     * What is wrong with a target, before any call.
     *
     * @param target what a job names
     * @param run the build
     * @return messages, none when all is well
     */
    public static List<String> problems(AlibabaTarget target, Run<?, ?> run) {
        NamedTarget<AlibabaConnection> named = named(target);
        Optional<String> unusable = unusable(named);
        if (unusable.isPresent()) {
            return List.of(unusable.get());
        }
        List<String> problems = new ArrayList<>(named.regionProblems("cn-hangzhou"));
        try {
            AlibabaKeys.of(named.credentials(run));
        } catch (IllegalArgumentException missing) {
            problems.add(missing.getMessage());
        }
        if (named.roleArn() != null && !named.roleArn().matches("acs:ram::[0-9]+:role/.+")) {
            problems.add(Messages.Target_badRole(named.roleArn()));
        }
        return problems;
    }

    /**
     * A client for a build.
     *
     * @param target a target without problems
     * @param run the build
     * @param budgets the controller's call budgets
     * @return the client
     * @throws IllegalArgumentException when the target has become wrong since it was checked; the message says how
     */
    public static RosClient client(AlibabaTarget target, Run<?, ?> run, Budgets budgets) {
        NamedTarget<AlibabaConnection> named = named(target);
        unusable(named).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return client(
                AlibabaKeys.of(named.credentials(run)),
                named.region(),
                named.roleArn(),
                named.connection().orElse(null),
                NamedTarget.session(run),
                budgets);
    }

    /**
     * The region that a target means.
     *
     * @param target what a job names
     * @return the region's id; null when neither the job nor the connection names one
     */
    public static String region(AlibabaTarget target) {
        return named(target).region();
    }

    /** A client for the form of a connection, with a budget of its own. */
    static RosClient forForm(AlibabaConnection connection) {
        AccessKey key = AlibabaKeys.of(StoredCredentials.forAdministrators(connection.getCredentialsId()));
        String region = connection.getRegion() == null ? "cn-hangzhou" : connection.getRegion();
        return client(
                key, region, connection.getRoleArn(), connection, "jenkins-test", new Budgets(InstantSource.system()));
    }

    private static RosClient client(
            AccessKey key,
            String region,
            String roleArn,
            AlibabaConnection connection,
            String session,
            Budgets budgets) {
        RpcEndpoint ros = endpoint(connection == null ? null : connection.getEndpoint(), RpcEndpoint.ROS);
        AccessKeySource keys = () -> key;
        if (roleArn != null) {
            RpcEndpoint sts = endpoint(connection == null ? null : connection.getStsEndpoint(), RpcEndpoint.STS);
            TeaRosApi api = new TeaRosApi(sts, AssumedRole.VERSION, keys, JenkinsProxy.forHost(sts));
            keys = new AssumedRole(api, roleArn, session, InstantSource.system());
        }
        String account = roleArn == null ? key.id() : key.id() + " " + roleArn;
        GroupKey group = new GroupKey("ros", ros.host(), account, region);
        int limit = connection == null ? RosClient.CALLS_PER_MINUTE : connection.callsPerMinute();
        TeaRosApi api = new TeaRosApi(ros, RosClient.VERSION, keys, JenkinsProxy.forHost(ros));
        return new RosClient(api, group, budgets, limit);
    }

    private static RpcEndpoint endpoint(String text, RpcEndpoint usual) {
        return text == null ? usual : RpcEndpoint.parse(text);
    }

    private static NamedTarget<AlibabaConnection> named(AlibabaTarget target) {
        return NamedTarget.of(
                AlibabaConnection.class,
                target.connection(),
                target.credentialsId(),
                target.region(),
                target.roleArn());
    }

    private static Optional<String> unusable(NamedTarget<AlibabaConnection> named) {
        return named.unusable(AlibabaConnection.class, Messages.AlibabaConnection_displayName());
    }
}
