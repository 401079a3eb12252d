package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.template.PseudoParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stack: who it is, its settings and everything that has been done to it. Guarded by the cloud's lock. */
public final class StackRecord {
    private final String id;
    private final String name;
    private final String accountId;
    private final String regionId;
    private final String parentId;
    private final Instant createdAt;
    private final List<Operation> operations = new ArrayList<>();
    private StackSettings settings;
    private boolean deletionProtected;
    private ObjectNode stackPolicy;
    private transient StackState settled;
    private transient int settledOperations;
    private transient int settledChanges;

    /**
     * @param parentId id of the stack that it is nested in, or null
     */
    public StackRecord(
            String id,
            String name,
            String accountId,
            String regionId,
            String parentId,
            Instant createdAt,
            StackSettings settings) {
        this.id = id;
        this.name = name;
        this.accountId = accountId;
        this.regionId = regionId;
        this.parentId = parentId;
        this.createdAt = createdAt;
        this.settings = settings;
    }

    /** For Jackson, which then fills the fields. */
    private StackRecord() {
        this(null, null, null, null, null, null, null);
    }

    /** Returns the stack's UUID. */
    public String id() {
        return id;
    }

    /** Returns the name, unique among the live stacks of account and region. */
    public String name() {
        return name;
    }

    /** Returns the owner's account id. */
    public String accountId() {
        return accountId;
    }

    /** Returns the region. */
    public String regionId() {
        return regionId;
    }

    /** Returns the id of the stack that it is nested in, or null. */
    public String parentId() {
        return parentId;
    }

    /** Returns when it was created; a nested stack may only come to be in the future. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Returns what it remembers of earlier requests. */
    public StackSettings settings() {
        return settings;
    }

    /** Replaces what it remembers. */
    public void settings(StackSettings newSettings) {
        this.settings = newSettings;
    }

    /** Returns whether DeleteStack is refused. */
    public boolean deletionProtected() {
        return deletionProtected;
    }

    /** Sets whether DeleteStack is refused. */
    public void deletionProtected(boolean isProtected) {
        this.deletionProtected = isProtected;
    }

    /** Returns the policy that updates are checked against, or null. */
    public ObjectNode stackPolicy() {
        return stackPolicy;
    }

    /** Replaces the policy. */
    public void stackPolicy(ObjectNode policy) {
        this.stackPolicy = policy;
    }

    /** Returns all operations, the latest last. */
    public List<Operation> operations() {
        return Collections.unmodifiableList(operations);
    }

    /** Returns the latest operation, or null for a stack that only a change set has named. */
    public Operation lastOperation() {
        return operations.isEmpty() ? null : operations.get(operations.size() - 1);
    }

    /** Returns whether an operation runs, which is also the case between a failure and its rollback. */
    public boolean busy(Instant now) {
        return lastOperation() != null && lastOperation().endsAt().isAfter(now);
    }

    /** Returns what the stack looks like at some moment. */
    public StackState at(Instant now) {
        Operation last = lastOperation();
        if (last == null || last.endsAt().isAfter(now)) {
            return StackFold.at(this, now);
        }
        // A stack at rest stays the same, however long its history is and however often it is looked at.
        if (settled == null || settledOperations != operations.size() || settledChanges != last.changes()) {
            settled = StackFold.at(this, now);
            settledOperations = operations.size();
            settledChanges = last.changes();
        }
        return settled;
    }

    /** Returns the values of the pseudo parameters. */
    public PseudoParameters pseudoParameters() {
        return new PseudoParameters(id, name, accountId, regionId);
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    /** Forgets what had only been planned. */
    void dropOperationsAfter(Instant moment) {
        operations.removeIf(operation -> operation.submittedAt().isAfter(moment));
    }
}
