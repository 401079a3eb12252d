package io.jenkins.plugins.stackdeploy.health;

import com.codahale.metrics.MetricRegistry;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The metrics plugin, which need not be installed. Its one method that is needed is called by name, so that nothing here has
 * to be linked to it.
 */
public final class MetricsPlugin {
    private static final Logger LOGGER = Logger.getLogger(MetricsPlugin.class.getName());
    private static final String ENTRANCE = "jenkins.metrics.api.Metrics";

    private MetricsPlugin() {}

    /** Has the metrics plugin publish our metrics, where it is installed; it is ready by then. */
    @Initializer(after = InitMilestone.JOB_LOADED, fatal = false)
    public static void register() {
        try {
            Class<?> entrance = Class.forName(ENTRANCE, true, MetricsPlugin.class.getClassLoader());
            Types.register(entrance.getMethod("metricRegistry").invoke(null));
        } catch (ClassNotFoundException absent) {
            LOGGER.log(Level.FINE, "There is no metrics plugin", absent);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException failed) {
            LOGGER.log(Level.WARNING, "The metrics plugin publishes no metrics of Stack Deploy", failed);
        }
    }

    /** Loaded only when the plugin is installed, so that its classes are there. */
    private static final class Types {
        static void register(Object registry) {
            MetricRegistry metrics = (MetricRegistry) registry;
            metrics.removeMatching((name, metric) -> name.startsWith(StackDeployMetrics.PREFIX));
            metrics.registerAll(new StackDeployMetrics());
        }
    }
}
