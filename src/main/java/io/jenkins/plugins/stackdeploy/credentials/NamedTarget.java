package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a job names, put together with the connection that it names.
 *
 * @param connectionName the name of a connection; null when credentials are named
 * @param credentialsId credentials with an access key; null when a connection is named
 * @param connection the connection; empty when none is named or there is none of that name
 * @param region the region; null when neither names one
 * @param roleArn the role to take on; null when neither names one
 * @param <C> the type of connections to the cloud
 */
record NamedTarget<C extends CloudConnection>(
        String connectionName, String credentialsId, Optional<C> connection, String region, String roleArn) {
    /**
     * Puts it together.
     *
     * @param type the type of connections to the cloud
     * @param connectionName what the job names; may be null
     * @param credentialsId what the job names; may be null
     * @param region what the job names; null for the connection's
     * @param roleArn what the job names; null for the connection's
     * @return the target, which may have problems
     */
    static <C extends CloudConnection> NamedTarget<C> of(
            Class<C> type, String connectionName, String credentialsId, String region, String roleArn) {
        Optional<C> connection = connectionName == null
                ? Optional.empty()
                : StackDeployConfiguration.get().connection(type, connectionName);
        return new NamedTarget<>(
                connectionName,
                credentialsId,
                connection,
                region != null ? region : connection.map(C::getRegion).orElse(null),
                roleArn != null ? roleArn : connection.map(C::getRoleArn).orElse(null));
    }

    /**
     * What is wrong with how the account is named, so that nothing more can be told.
     *
     * @param type the type of connections to the cloud
     * @param cloud the cloud's name, for messages
     * @return a message, or empty
     */
    Optional<String> unusable(Class<C> type, String cloud) {
        if ((connectionName == null) == (credentialsId == null)) {
            return Optional.of(Messages.Target_oneOf());
        }
        if (connectionName != null && connection.isEmpty()) {
            String names = String.join(", ", StackDeployConfiguration.get().names(type));
            return Optional.of(Messages.Target_noConnection(
                    connectionName, cloud, names.isEmpty() ? Messages.Target_noConnections() : names));
        }
        return Optional.empty();
    }

    /**
     * What is wrong with the region.
     *
     * @param example a region of the cloud, for messages
     * @return messages, none when all is well
     */
    List<String> regionProblems(String example) {
        List<String> problems = new ArrayList<>();
        if (region == null) {
            problems.add(
                    connection.isPresent()
                            ? Messages.Target_connectionWithoutRegion(connectionName)
                            : Messages.Target_noRegion(example));
        } else if (!region.matches("[a-z0-9-]{2,64}")) {
            problems.add(Messages.Target_badRegion(region, example));
        }
        return problems;
    }

    /**
     * The credentials of the target.
     *
     * @param run the build that uses them
     * @return the credentials
     * @throws IllegalArgumentException when there are none that the build may use
     */
    StandardCredentials credentials(Run<?, ?> run) {
        // The administrator chose those of a connection for everybody who may name it.
        return connection.isPresent()
                ? StoredCredentials.ofConnection(connection.get(), run)
                : StoredCredentials.forRun(credentialsId, run);
    }

    /** What the cloud's audit log shows of a build. */
    static String session(Run<?, ?> run) {
        return "jenkins-" + run.getParent().getFullName() + "-" + run.getNumber();
    }
}
