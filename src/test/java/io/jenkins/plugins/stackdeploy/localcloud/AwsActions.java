package io.jenkins.plugins.stackdeploy.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every action that the local AWS has. */
final class AwsActions {
    private static final Set<String> S3 =
            Set.of("GetBucketLocation", "GetObject", "HeadBucket", "HeadObject", "PutObject");

    private AwsActions() {}

    /** Checks that each action was called with success at least once. */
    static void assertAllWereUsed(LocalAws aws) {
        Set<String> used = aws.requests().stream()
                .filter(request -> request.code().equals("OK"))
                .map(RequestRecord::action)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).containsAll(aws.actions()).containsAll(S3);
    }
}
