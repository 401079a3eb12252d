package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator sets for all jobs: the connections, and whether ROS may notify this Jenkins. */
@Extension
@Symbol("stackDeploy")
public class StackDeployConfiguration extends GlobalConfiguration {
    private List<CloudConnection> connections = new ArrayList<>();
    private boolean rosNotifications;

    /** Loads what was saved. */
    public StackDeployConfiguration() {
        load();
    }

    /** The configuration of this Jenkins. */
    public static StackDeployConfiguration get() {
        return ExtensionList.lookupSingleton(StackDeployConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.Configuration_displayName();
    }

    /** The connections, in the administrator's order. */
    public List<CloudConnection> getConnections() {
        return connections == null ? List.of() : List.copyOf(connections);
    }

    /** Replaces and saves the connections. */
    @DataBoundSetter
    public void setConnections(List<CloudConnection> connections) {
        this.connections = connections == null ? new ArrayList<>() : new ArrayList<>(connections);
        save();
    }

    /** Whether ROS is asked to notify this Jenkins when a stack changes. */
    public boolean isRosNotifications() {
        return rosNotifications;
    }

    /** Switches notifications by ROS on or off, and saves that. */
    @DataBoundSetter
    public void setRosNotifications(boolean rosNotifications) {
        this.rosNotifications = rosNotifications;
        save();
    }

    /** Whether ROS can notify this Jenkins, as far as that can be seen from here. */
    @POST
    public FormValidation doCheckRosNotifications(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER) || !Boolean.parseBoolean(value)) {
            return FormValidation.ok();
        }
        String rootUrl = NotificationAddress.rootUrl();
        return NotificationAddress.problem(rootUrl)
                .map(FormValidation::warning)
                .orElseGet(() -> FormValidation.ok(Messages.Notification_reachable(rootUrl)));
    }

    /**
     * A form without connections does not mention them: that means none, not the ones of before. Connections without a name,
     * or with one that stands for another already, are refused, since jobs could never name them.
     */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        List<CloudConnection> before = connections;
        connections = new ArrayList<>();
        try {
            req.bindJSON(this, json);
            checkNames();
        } catch (RuntimeException | FormException refused) {
            setConnections(before);
            throw refused;
        }
        save();
        return true;
    }

    private void checkNames() throws FormException {
        Set<List<Object>> taken = new HashSet<>();
        for (CloudConnection each : connections) {
            if (each.getName().isEmpty()) {
                throw new FormException(Messages.Connection_nameMissing(), "connections");
            }
            if (!taken.add(List.of(each.getClass(), each.getName()))) {
                throw new FormException(Messages.Connection_nameTwice(each.getName()), "connections");
            }
        }
    }

    /**
     * Finds a connection.
     *
     * @param type the type of connections to the cloud
     * @param name exact name
     * @return the first connection of that type and name, or empty
     */
    public <C extends CloudConnection> Optional<C> connection(Class<C> type, String name) {
        return connections(type).filter(each -> each.getName().equals(name)).findFirst();
    }

    /**
     * The names of connections.
     *
     * @param type the type of connections to the cloud
     * @return the names in the administrator's order
     */
    public List<String> names(Class<? extends CloudConnection> type) {
        return connections(type).map(CloudConnection::getName).toList();
    }

    private <C extends CloudConnection> Stream<C> connections(Class<C> type) {
        return getConnections().stream().filter(type::isInstance).map(type::cast);
    }
}
