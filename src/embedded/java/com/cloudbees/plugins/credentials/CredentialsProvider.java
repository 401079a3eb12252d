package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;
import org.springframework.security.core.Authentication;

/** A place where credentials are kept, and the way to look into all such places. */
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final PermissionGroup GROUP = new PermissionGroup(
            CredentialsProvider.class, new Localizable(ResourceBundleHolder.get(PermissionGroup.class), "credentials"));
    /** To use credentials that belong to the user who started a build. */
    public static final Permission USE_OWN = new Permission(GROUP, "UseOwn", null, Item.BUILD);
    /** To use credentials that belong to a job. */
    public static final Permission USE_ITEM = new Permission(GROUP, "UseItem", null, Item.CONFIGURE);

    public static final Permission VIEW = new Permission(GROUP, "View", null, Permission.READ);

    @SuppressWarnings("unchecked") // self() has no type argument
    protected CredentialsProvider() {
        super(self());
    }

    @Override
    public Descriptor<CredentialsProvider> getDescriptor() {
        return this;
    }

    /** @return what this place keeps for the group; every place answers for its own */
    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        return new ArrayList<>();
    }

    public <C extends Credentials> List<C> getCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        return getCredentialsInItemGroup(
                type, item == null ? Jenkins.get() : item.getParent(), authentication, requirements);
    }

    public static ExtensionList<CredentialsProvider> all() {
        return ExtensionList.lookup(CredentialsProvider.class);
    }

    /** @param itemGroup null means Jenkins itself */
    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> requirements) {
        List<C> found = new ArrayList<>();
        for (CredentialsProvider provider : all()) {
            found.addAll(provider.getCredentialsInItemGroup(
                    type,
                    itemGroup == null ? Jenkins.get() : itemGroup,
                    authentication == null ? ACL.SYSTEM2 : authentication,
                    Util.fixNull(requirements)));
        }
        return found;
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication) {
        return lookupCredentialsInItemGroup(type, itemGroup, authentication, List.of());
    }

    /** @param item null means Jenkins itself */
    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> requirements) {
        if (item == null) {
            return lookupCredentialsInItemGroup(type, null, authentication, requirements);
        }
        List<C> found = new ArrayList<>();
        for (CredentialsProvider provider : all()) {
            for (C each : provider.getCredentialsInItem(
                    type, item, authentication == null ? ACL.SYSTEM2 : authentication, Util.fixNull(requirements))) {
                if (each.getScope() != CredentialsScope.SYSTEM) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication) {
        return lookupCredentialsInItem(type, item, authentication, List.of());
    }

    /** @return one choice for each match: the description to read, the id to send */
    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItem(type, item, authentication, requirements), matcher);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItemGroup(type, itemGroup, authentication, requirements), matcher);
    }

    private static <C extends IdCredentials> ListBoxModel list(List<C> credentials, CredentialsMatcher matcher) {
        ListBoxModel model = new ListBoxModel();
        for (C each : credentials) {
            if (matcher == null || matcher.matches(each)) {
                model.add(CredentialsNameProvider.name(each), each.getId());
            }
        }
        return model;
    }

    /** @return the credentials as the build may use them, or null if it may use none with this id and type */
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirements) {
        return findCredentialById(id, type, run, List.of(domainRequirements));
    }

    /** @return the credentials as the build may use them, or null if it may use none with this id and type */
    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return findCredentialById(id, type, run, List.of());
    }

    /** @return the credentials as the build may use them, or null if it may use none with this id and type */
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
        C found = CredentialsMatchers.firstOrNull(
                lookupCredentialsInItem(type, run.getParent(), ACL.SYSTEM2, domainRequirements),
                CredentialsMatchers.withId(id));
        return found == null ? null : type.cast(found.forRun(run));
    }

    /** Remembers that a build used credentials. The stand-in keeps no fingerprints. */
    public static <C extends Credentials> C track(Run build, C credentials) {
        return credentials;
    }

    /** Remembers that a job uses credentials. The stand-in keeps no fingerprints. */
    public static <C extends Credentials> C track(Item item, C credentials) {
        return credentials;
    }
}
