package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stack: who it is, its settings and everything that has been done to it. Guarded by the cloud's lock. */
public final class AwsStack {
    private final String id;
    private final String name;
    private final String accountId;
    private final String region;
    private final Instant createdAt;
    private final List<AwsOperation> operations = new ArrayList<>();
    private final List<AwsChangeSet> changeSets = new ArrayList<>();
    private AwsSettings settings;

    /**
     * @param id the ARN that is its StackId
     */
    public AwsStack(String id, String name, String accountId, String region, Instant createdAt, AwsSettings settings) {
        this.id = id;
        this.name = name;
        this.accountId = accountId;
        this.region = region;
        this.createdAt = createdAt;
        this.settings = settings;
    }

    /** For Jackson, which then fills the fields. */
    private AwsStack() {
        this(null, null, null, null, null, null);
    }

    /** Returns its StackId, an ARN. */
    public String id() {
        return id;
    }

    /** Returns the name, unique among the live stacks of account and region. */
    public String name() {
        return name;
    }

    /** Returns the account, 12 digits. */
    public String accountId() {
        return accountId;
    }

    /** Returns the region. */
    public String region() {
        return region;
    }

    /** Returns when it was first asked for. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Returns what it remembers. */
    public AwsSettings settings() {
        return settings;
    }

    /** Replaces what it remembers. */
    public void settings(AwsSettings newSettings) {
        this.settings = newSettings;
    }

    /** Returns all operations, the latest last; changing the list changes the stack. */
    public List<AwsOperation> operations() {
        return operations;
    }

    /** Returns all change sets; changing the list changes the stack. */
    public List<AwsChangeSet> changeSets() {
        return changeSets;
    }

    /** Returns the latest operation, or null for a stack that only a change set has named. */
    public AwsOperation lastOperation() {
        return operations.isEmpty() ? null : operations.get(operations.size() - 1);
    }

    /** Returns what it looks like at some moment. */
    public AwsSnapshot at(Instant now) {
        return AwsSnapshot.of(this, operations, now);
    }

    /** Returns what it was before its latest operation. */
    AwsSnapshot before() {
        return AwsSnapshot.of(this, operations.subList(0, operations.size() - 1), Instant.MAX);
    }
}
