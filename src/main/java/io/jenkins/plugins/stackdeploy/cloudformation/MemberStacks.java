package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.List;
import java.util.Optional;

/** Looks into the stacks of target accounts, to tell which resource failed. Whatever goes wrong with it is no failure. */
public interface MemberStacks {
    /** Sees nothing: for when no role in the target accounts is known. */
    MemberStacks NONE = new MemberStacks() {
        @Override
        public Optional<ResourceFailure> firstFailure(String account, String region, String stackId) {
            return Optional.empty();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    };

    /**
     * The first resource of a stack that really failed in its last operation.
     *
     * @param account the account of the stack, 12 digits
     * @param region its region
     * @param stackId its id; null or empty when there is no stack, so that nothing is found
     * @return the resource; empty when there is none or it cannot be read, for which there is a note
     */
    Optional<ResourceFailure> firstFailure(String account, String region, String stackId);

    /**
     * What could not be read and why, at most one note for each account.
     *
     * @return lines for the log, never null
     */
    List<String> notes();
}
