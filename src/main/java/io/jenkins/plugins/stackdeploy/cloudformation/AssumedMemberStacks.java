package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Looks into stacks with a role of the same name in each account. */
final class AssumedMemberStacks implements MemberStacks {
    /** Enough to see what went wrong; a summary must not take minutes. */
    static final int MOST_ACCOUNTS = 10;

    private static final String SESSION = "jenkins-stack-deploy";

    private final AwsSession session;
    private final String roleName;
    private final Map<String, AssumedRole> roles = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    AssumedMemberStacks(AwsSession session, String roleName) {
        this.session = session;
        this.roleName = roleName;
    }

    @Override
    public synchronized Optional<ResourceFailure> firstFailure(String account, String region, String stackId) {
        if (stackId == null || stackId.isEmpty() || notes.containsKey(account)) {
            return Optional.empty();
        }
        if (roles.size() == MOST_ACCOUNTS && !roles.containsKey(account)) {
            notes.put("", Messages.Member_tooMany(String.valueOf(MOST_ACCOUNTS)));
            return Optional.empty();
        }
        AssumedRole role = roles.computeIfAbsent(account, id -> assume(id, region));
        try {
            AwsCalls.requireCredentials(role);
            try (CloudFormationClient client = session.cloudFormation(region, role)) {
                return StackFailure.first(client, stackId);
            }
        } catch (CloudException refused) {
            notes.put(account, note(account, refused));
        } catch (SdkException failed) {
            notes.put(account, note(account, StackSetErrors.explain("DescribeStackEvents", failed)));
        }
        return Optional.empty();
    }

    @Override
    public synchronized List<String> notes() {
        return new ArrayList<>(notes.values());
    }

    synchronized void close() {
        roles.values().forEach(AssumedRole::close);
        roles.clear();
    }

    private String note(String account, CloudException why) {
        return Messages.Member_notRead(account, roleName, why.describe());
    }

    private AssumedRole assume(String account, String region) {
        String partition = PartitionMetadata.of(Region.of(region)).id();
        String arn = "arn:" + partition + ":iam::" + account + ":role/" + roleName;
        return new AssumedRole(session.sts(), new AwsRole(arn, null, SESSION), false);
    }
}
