package io.jenkins.plugins.stackdeploy.embedded.config;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.ItemGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.security.core.Authentication;

/** The credentials of Jenkins itself, kept in memory: they are read from the settings at each start. */
public final class SystemCredentials extends CredentialsProvider {
    private final transient List<Credentials> credentials = new CopyOnWriteArrayList<>();

    public void add(Credentials added) {
        credentials.add(added);
    }

    @Override
    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        List<C> found = new ArrayList<>();
        for (Credentials each : credentials) {
            if (type.isInstance(each)) {
                found.add(type.cast(each));
            }
        }
        return found;
    }
}
