package io.jenkins.plugins.stackdeploy.cloudformation;

/** AWS as one account in one region, for one user of it. Close it when no more calls are to be made. */
public final class AwsAccess implements AutoCloseable {
    AwsAccess() {}

    /**
     * The stack sets.
     *
     * @return always the same client
     */
    public StackSetClient stackSets() {
        throw new UnsupportedOperationException();
    }

    /**
     * The stacks in target accounts.
     *
     * @param roleName a role that exists in each target account, may be assumed and may read stacks; null for none
     * @return what looks into them; {@link MemberStacks#NONE} without a role
     */
    public MemberStacks members(String roleName) {
        return MemberStacks.NONE;
    }

    /**
     * The buckets of large templates.
     *
     * @return always the same
     */
    public TemplateUploads uploads() {
        throw new UnsupportedOperationException();
    }

    /** Gives back what is shared with other users; the last one closes it. Closing again does nothing. */
    @Override
    public void close() {}
}
