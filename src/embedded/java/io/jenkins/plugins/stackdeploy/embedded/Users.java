package io.jenkins.plugins.stackdeploy.embedded;

import hudson.security.SecurityRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The users; somebody who was never added exists too, without groups. */
final class Users extends SecurityRealm {
    private final Map<String, UserDetails> users = new ConcurrentHashMap<>();

    void add(String id, String fullName, String... groups) {
        users.put(id, user(id, fullName, groups));
    }

    private static UserDetails user(String id, String fullName, String... groups) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(AUTHENTICATED_AUTHORITY2);
        for (String group : groups) {
            authorities.add(new SimpleGrantedAuthority(group));
        }
        return new NamedUser(id, fullName, authorities);
    }

    @Override
    public UserDetails loadUserByUsername2(String username) {
        return users.getOrDefault(username, user(username, username));
    }
}
