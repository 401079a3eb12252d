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
        List<String> problems = new ArrayList<>();
        if ((target.connection() == null) == (target.credentialsId() == null)) {
            problems.add(Messages.Target_oneOf());
            return problems;
        }
        Optional<AlibabaConnection> connection = connection(target);
        if (target.connection() != null && connection.isEmpty()) {
            problems.add(Messages.Target_noConnection(target.connection(), names()));
            return problems;
        }
        String region = region(target, connection);
        if (region == null) {
            problems.add(
                    connection.isPresent()
                            ? Messages.Target_connectionWithoutRegion(target.connection())
                            : Messages.Target_noRegion());
        } else if (!region.matches("[a-z0-9-]{2,64}")) {
            problems.add(Messages.Target_badRegion(region));
        }
        try {
            key(target, connection, run);
        } catch (IllegalArgumentException missing) {
            problems.add(missing.getMessage());
        }
        String roleArn = roleArn(target, connection);
        if (roleArn != null && !roleArn.matches("acs:ram::[0-9]+:role/.+")) {
            problems.add(Messages.Target_badRole(roleArn));
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
        Optional<AlibabaConnection> connection = connection(target);
        if (target.connection() != null && connection.isEmpty()) {
            throw new IllegalArgumentException(Messages.Target_noConnection(target.connection(), names()));
        }
        AccessKey key = key(target, connection, run);
        String session = "jenkins-" + run.getParent().getFullName() + "-" + run.getNumber();
        return client(
                key,
                region(target, connection),
                roleArn(target, connection),
                connection.orElse(null),
                session,
                budgets);
    }

    /** A client for the form of a connection, with a budget of its own. */
    static RosClient forForm(AlibabaConnection connection) {
        AccessKey key = AlibabaKeys.forAdministrators(connection.getCredentialsId());
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
        Integer limit = connection == null ? null : connection.getCallsPerMinute();
        TeaRosApi api = new TeaRosApi(ros, RosClient.VERSION, keys, JenkinsProxy.forHost(ros));
        return new RosClient(api, group, budgets, limit == null ? RosClient.CALLS_PER_MINUTE : Math.max(1, limit));
    }

    private static RpcEndpoint endpoint(String text, RpcEndpoint usual) {
        return text == null ? usual : RpcEndpoint.parse(text);
    }

    private static Optional<AlibabaConnection> connection(AlibabaTarget target) {
        return target.connection() == null
                ? Optional.empty()
                : StackDeployConfiguration.get().alibaba(target.connection());
    }

    private static String region(AlibabaTarget target, Optional<AlibabaConnection> connection) {
        return target.region() != null
                ? target.region()
                : connection.map(AlibabaConnection::getRegion).orElse(null);
    }

    private static String roleArn(AlibabaTarget target, Optional<AlibabaConnection> connection) {
        return target.roleArn() != null
                ? target.roleArn()
                : connection.map(AlibabaConnection::getRoleArn).orElse(null);
    }

    private static AccessKey key(AlibabaTarget target, Optional<AlibabaConnection> connection, Run<?, ?> run) {
        if (connection.isPresent()) {
            // The administrator chose these for everybody who may name the connection.
            return AlibabaKeys.ofConnection(connection.get(), run);
        }
        return AlibabaKeys.forRun(target.credentialsId(), run);
    }

    private static String names() {
        List<String> names = StackDeployConfiguration.get().getConnections().stream()
                .filter(AlibabaConnection.class::isInstance)
                .map(CloudConnection::getName)
                .toList();
        return names.isEmpty() ? Messages.Target_noConnections() : String.join(", ", names);
    }
}
