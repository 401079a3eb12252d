package hudson.security;

import java.util.List;
import jenkins.model.IdStrategy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Knows the users and their groups. */
public abstract class SecurityRealm {
    /** What everybody has who is logged in. */
    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = new SimpleGrantedAuthority("authenticated");
    /** Takes everybody at their word: every id is a user without groups. */
    public static final SecurityRealm NO_AUTHENTICATION = new SecurityRealm() {
        @Override
        public UserDetails loadUserByUsername2(String username) {
            return new NamedUser(username, username, List.of(AUTHENTICATED_AUTHORITY2));
        }
    };

    /** How ids of users are compared. */
    public IdStrategy getUserIdStrategy() {
        return IdStrategy.CASE_INSENSITIVE;
    }

    /** How names of groups are compared. */
    public IdStrategy getGroupIdStrategy() {
        return getUserIdStrategy();
    }

    /** @throws UsernameNotFoundException if there is no such user */
    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        throw new UsernameNotFoundException(username);
    }

    /** A user as the stand-in keeps it. */
    public record NamedUser(String id, String fullName, List<GrantedAuthority> authorities) implements UserDetails {
        private static final long serialVersionUID = 1L;

        @Override
        public String getUsername() {
            return id;
        }

        @Override
        public List<GrantedAuthority> getAuthorities() {
            return authorities;
        }
    }
}
