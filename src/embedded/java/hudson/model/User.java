package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.SecurityRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Somebody known to Jenkins. The stand-in keeps no folder for users: it asks the security realm. */
public class User extends AbstractModelObject implements AccessControlled, Comparable<User> {
    private final String id;

    private User(String id) {
        this.id = id;
    }

    /** @return null if nobody is logged in, or the system itself is at work */
    public static User current() {
        return get2(Jenkins.getAuthentication2());
    }

    /** @return null for the system and for anonymous */
    public static User get2(Authentication a) {
        if (a == null || ACL.isAnonymous2(a) || ACL.SYSTEM2.equals(a)) {
            return null;
        }
        return getById(a.getName(), true);
    }

    /** @return null if the realm does not know the id and nothing is to be created */
    public static User getById(String id, boolean create) {
        if (id == null) {
            return null;
        }
        return create || find(id) != null ? new User(id) : null;
    }

    public String getId() {
        return id;
    }

    public String getFullName() {
        UserDetails details = find(id);
        return details instanceof SecurityRealm.NamedUser named ? named.fullName() : id;
    }

    @Override
    public String getDisplayName() {
        return getFullName();
    }

    public String getUrl() {
        return "user/" + hudson.Util.rawEncode(id);
    }

    /** @return the names of the groups the user is in */
    public List<String> getAuthorities() {
        UserDetails details = find(id);
        List<String> names = new ArrayList<>();
        if (details != null) {
            for (GrantedAuthority authority : details.getAuthorities()) {
                if (!authority.equals(SecurityRealm.AUTHENTICATED_AUTHORITY2)) {
                    names.add(authority.getAuthority());
                }
            }
        }
        return names;
    }

    /** @return the property of this type, or null */
    public <T extends UserProperty> T getProperty(Class<T> type) {
        return type.cast(
                Jenkins.get().userProperties(id.toLowerCase(Locale.ROOT)).get(type));
    }

    /** Keeps a property until Jenkins ends. */
    public void addProperty(UserProperty property) {
        Jenkins.get().userProperties(id.toLowerCase(Locale.ROOT)).put(property.getClass(), property);
    }

    /** @throws UsernameNotFoundException if the realm does not know the user */
    public UserDetails getUserDetailsForImpersonation2() {
        return Jenkins.get().getSecurityRealm().loadUserByUsername2(id);
    }

    /**
     * Makes an authentication that acts as this user.
     *
     * @throws UsernameNotFoundException if the realm does not know the user
     */
    public Authentication impersonate2() {
        UserDetails details = getUserDetailsForImpersonation2();
        return new UsernamePasswordAuthenticationToken(details.getUsername(), "", details.getAuthorities());
    }

    private static UserDetails find(String id) {
        try {
            return Jenkins.get().getSecurityRealm().loadUserByUsername2(id);
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }

    @Override
    public ACL getACL() {
        ACL base = Jenkins.get().getAuthorizationStrategy().getRootACL();
        return ACL.lambda2((a, p) -> a.getName().equals(id) || base.hasPermission2(a, p));
    }

    @Override
    public int compareTo(User that) {
        return id.compareToIgnoreCase(that.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User that && id.equalsIgnoreCase(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return getFullName();
    }
}
