package io.jenkins.plugins.stackdeploy.localcloud.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All keys that the local cloud knows. Safe for use by several threads. */
public final class KeyRing {
    private final Map<String, Credential> keys = new ConcurrentHashMap<>();

    /** Adds a key or replaces the one of the same id. */
    public void add(Credential credential) {
        keys.put(credential.accessKeyId(), credential);
    }

    /** Finds a key by its id, expired ones included. */
    public Optional<Credential> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    /** Returns the temporary keys, for saving them. */
    public List<Credential> temporary() {
        return keys.values().stream().filter(Credential::temporary).toList();
    }
}
