package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Extension;
import hudson.ExtensionList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What an administrator sets for all jobs: the connections. */
@Extension
@Symbol("stackDeploy")
public class StackDeployConfiguration extends GlobalConfiguration {
    private List<CloudConnection> connections = new ArrayList<>();

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

    /** A form without connections does not mention them: that means none, not the ones of before. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        List<CloudConnection> before = connections;
        connections = new ArrayList<>();
        try {
            req.bindJSON(this, json);
        } catch (RuntimeException refused) {
            connections = before;
            throw refused;
        }
        save();
        return true;
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
