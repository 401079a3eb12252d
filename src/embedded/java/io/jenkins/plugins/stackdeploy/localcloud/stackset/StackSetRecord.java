package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A stack set: its settings, its instances and everything that has been done to it. Guarded by the cloud's lock. */
final class StackSetRecord {
    private final String name;
    private final String uuid;
    private final String accountId;
    private final String region;
    private final String token;
    private final String tokenDigest;
    private final NavigableMap<String, StackInstance> instances = new TreeMap<>();
    private final List<StackSetOperation> operations = new ArrayList<>();
    private StackSetSettings settings;
    private boolean deleted;

    /**
     * @param accountId the owner
     * @param token ClientRequestToken of the request that created it
     * @param tokenDigest hash of that request
     */
    StackSetRecord(
            String name,
            String uuid,
            String accountId,
            String region,
            String token,
            String tokenDigest,
            StackSetSettings settings) {
        this.name = name;
        this.uuid = uuid;
        this.accountId = accountId;
        this.region = region;
        this.token = token;
        this.tokenDigest = tokenDigest;
        this.settings = settings;
    }

    /** For Jackson, which then fills the fields. */
    private StackSetRecord() {
        this(null, null, null, null, null, null, null);
    }

    String name() {
        return name;
    }

    /** Returns {@code NAME:UUID}. */
    String id() {
        return name + ":" + uuid;
    }

    String arn() {
        return "arn:aws:cloudformation:" + region + ":" + accountId + ":stackset/" + id();
    }

    String accountId() {
        return accountId;
    }

    String region() {
        return region;
    }

    /** Returns whether a request to create it is the one that did. */
    boolean createdBy(String requestToken) {
        return token != null && token.equals(requestToken);
    }

    String tokenDigest() {
        return tokenDigest;
    }

    StackSetSettings settings() {
        return settings;
    }

    void settings(StackSetSettings next) {
        settings = next;
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    /** Returns the instances by account and region. */
    Collection<StackInstance> instances() {
        return Collections.unmodifiableCollection(instances.values());
    }

    Optional<StackInstance> instance(String account, String inRegion) {
        return Optional.ofNullable(instances.get(Target.key(account, inRegion)));
    }

    Optional<StackInstance> instance(Target target) {
        return Optional.ofNullable(instances.get(target.key()));
    }

    StackInstance instanceOrNew(Target target) {
        return instances.computeIfAbsent(target.key(), key -> new StackInstance(target));
    }

    void remove(Target target) {
        instances.remove(target.key());
    }

    /** Returns the operations, the latest last. */
    List<StackSetOperation> operations() {
        return Collections.unmodifiableList(operations);
    }

    void add(StackSetOperation operation) {
        operations.add(operation);
    }

    Optional<StackSetOperation> operation(String operationId) {
        return operations.stream().filter(o -> o.id().equals(operationId)).findFirst();
    }

    /** Returns the operations that are queued or go on, the earliest first. */
    Stream<StackSetOperation> active(Instant now) {
        return operations.stream().filter(operation -> operation.active(now));
    }
}
