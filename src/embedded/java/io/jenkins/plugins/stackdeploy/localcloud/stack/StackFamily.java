package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack, the stacks nested in it, their change sets and the tokens that took effect on them: everything that one
 * request may change, so that saving one family is saving the whole effect.
 */
public final class StackFamily {
    private final List<StackRecord> stacks = new ArrayList<>();
    private final List<ChangeSet> changeSets = new ArrayList<>();
    private final List<DriftDetection> driftDetections = new ArrayList<>();
    private final List<TokenUse> tokens = new ArrayList<>();

    /** Makes a family of one. */
    public StackFamily(StackRecord root) {
        stacks.add(root);
    }

    /** For Jackson, which then fills the fields. */
    private StackFamily() {}

    /** Returns the stack that no other contains. */
    public StackRecord root() {
        return stacks.get(0);
    }

    /** Returns all stacks, each before those that are nested in it; changing the list changes the family. */
    public List<StackRecord> stacks() {
        return stacks;
    }

    /** Returns all change sets; changing the list changes the family. */
    public List<ChangeSet> changeSets() {
        return changeSets;
    }

    /** Returns all drift detections; changing the list changes the family. */
    public List<DriftDetection> driftDetections() {
        return driftDetections;
    }

    /** Returns all tokens that took effect; changing the list changes the family. */
    public List<TokenUse> tokens() {
        return tokens;
    }

    /** Finds a stack by id. */
    public Optional<StackRecord> stack(String id) {
        return stacks.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** Returns how many stacks a stack is nested in, 0 for the root. */
    int depth(StackRecord stack) {
        return stack.parentId() == null ? 0 : 1 + depth(stack(stack.parentId()).orElseThrow());
    }

    /** Returns a deep copy, to plan on and throw away if planning fails. */
    public StackFamily copy() {
        try {
            return Json.MAPPER.treeToValue(Json.MAPPER.valueToTree(this), StackFamily.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a family must survive being written and read", e);
        }
    }
}
