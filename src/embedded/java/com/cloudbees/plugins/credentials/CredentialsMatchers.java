package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import java.util.ArrayList;
import java.util.List;

/** The usual matchers. */
public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher always() {
        return item -> true;
    }

    public static CredentialsMatcher withId(String id) {
        return item ->
                item instanceof IdCredentials identified && identified.getId().equals(id);
    }

    public static CredentialsMatcher instanceOf(Class<?> type) {
        return type::isInstance;
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return item -> List.of(matchers).stream().anyMatch(matcher -> matcher.matches(item));
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
        return item -> List.of(matchers).stream().allMatch(matcher -> matcher.matches(item));
    }

    public static CredentialsMatcher not(CredentialsMatcher matcher) {
        return item -> !matcher.matches(item);
    }

    public static <C extends Credentials> List<C> filter(List<C> credentials, CredentialsMatcher matcher) {
        List<C> matching = new ArrayList<>(credentials);
        matching.removeIf(item -> !matcher.matches(item));
        return matching;
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        for (C item : credentials) {
            if (matcher.matches(item)) {
                return item;
            }
        }
        return null;
    }
}
