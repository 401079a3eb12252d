package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.ArrayList;
import java.util.List;

/** AWS as one account in one region, for one user of it. Close it when no more calls are to be made. */
public final class AwsAccess implements AutoCloseable {
    private final AwsSession session;
    private final StackSetClient stackSets;
    private final AwsCalls calls;
    private final Runnable leave;
    private final List<AssumedMemberStacks> members = new ArrayList<>();
    private boolean closed;

    AwsAccess(AwsSession session, Budgets budgets, Runnable leave) {
        this.session = session;
        this.leave = leave;
        AwsSettings settings = session.settings();
        this.calls = new AwsCalls(settings.group(), session.credentials(), budgets, settings.readsPerMinute());
        this.stackSets = new StackSetClient(session.cloudFormation(), calls);
    }

    /**
     * The stack sets.
     *
     * @return always the same client
     */
    public StackSetClient stackSets() {
        return stackSets;
    }

    /**
     * The stacks in target accounts.
     *
     * @param roleName a role that exists in each target account, may be assumed and may read stacks; null for none
     * @return what looks into them; {@link MemberStacks#NONE} without a role
     */
    public synchronized MemberStacks members(String roleName) {
        if (roleName == null) {
            return MemberStacks.NONE;
        }
        AssumedMemberStacks stacks = new AssumedMemberStacks(session, roleName);
        members.add(stacks);
        return stacks;
    }

    /**
     * The buckets of large templates.
     *
     * @return never null
     */
    public TemplateUploads uploads() {
        return new S3TemplateUploads(session, calls);
    }

    /**
     * Who calls, as AWS sees it.
     *
     * @return an ARN, which tells the account and the user or role
     * @throws CloudException when AWS cannot be called
     */
    public String caller() throws CloudException {
        return calls.read(
                "GetCallerIdentity", () -> session.sts().getCallerIdentity().arn());
    }

    /** Gives back what is shared with other users; the last one closes it. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            members.forEach(AssumedMemberStacks::close);
            leave.run();
        }
    }
}
