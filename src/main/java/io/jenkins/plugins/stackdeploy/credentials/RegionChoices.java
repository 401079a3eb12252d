package io.jenkins.plugins.stackdeploy.credentials;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The regions that forms offer: those that ROS names, asked in the background once an hour for each connection, or the
 * known ones until it has answered. A form never waits for the cloud.
 */
public final class RegionChoices {
    private static final Logger LOGGER = Logger.getLogger(RegionChoices.class.getName());
    private static final Duration FRESH = Duration.ofHours(1);

    private record Asked(Instant at, List<String> regions) {}

    private static final ConcurrentMap<String, Asked> ASKED = new ConcurrentHashMap<>();

    private RegionChoices() {}

    /**
     * The choices for a form.
     *
     * @param connectionName the connection that the form names; null or unknown for the known regions
     * @param executor asks ROS
     * @return ids of regions
     */
    public static List<String> of(String connectionName, Executor executor) {
        AlibabaConnection connection = connectionName == null
                ? null
                : StackDeployConfiguration.get()
                        .connection(AlibabaConnection.class, connectionName)
                        .orElse(null);
        if (connection == null) {
            return Regions.known();
        }
        Asked asked = ASKED.get(connectionName);
        Instant now = Instant.now();
        if (asked == null || asked.at().plus(FRESH).isBefore(now)) {
            List<String> meanwhile = asked == null ? Regions.known() : asked.regions();
            ASKED.put(connectionName, new Asked(now, meanwhile));
            executor.execute(() -> ask(connection));
            return meanwhile;
        }
        return asked.regions();
    }

    private static void ask(AlibabaConnection connection) {
        try {
            List<String> regions =
                    new ArrayList<>(AlibabaClients.forForm(connection).regions());
            if (!regions.isEmpty()) {
                ASKED.put(connection.getName(), new Asked(Instant.now(), regions));
            }
        } catch (CloudException | IllegalArgumentException failed) {
            LOGGER.log(Level.FINE, "The regions of connection {0} are not known: {1}", new Object[] {
                connection.getName(), failed.getMessage()
            });
        }
    }
}
