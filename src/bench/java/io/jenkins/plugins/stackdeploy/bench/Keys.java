package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRosBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One access key for each subject of a measurement, in an account of its own, so that nobody's calls count for another.
 *
 * @param id the access key's id
 * @param account the account, 12 digits
 */
record Keys(String id, String account) {
    static final String SECRET = "bench-secret";

    static Keys number(int number) {
        return new Keys("AKBENCH" + number, Long.toString(100_000_000_000L + number));
    }

    LocalAwsBuilder addTo(LocalAwsBuilder builder) {
        return builder.account(id, SECRET, account);
    }

    LocalRosBuilder addTo(LocalRosBuilder builder) {
        return builder.account(id, SECRET, account);
    }

    /** Its calls, whatever became of them. */
    List<RequestRecord> of(Collection<RequestRecord> requests) {
        return requests.stream()
                .filter(request -> id.equals(request.accessKeyId()))
                .toList();
    }

    /** Counts calls by action, in the order of the alphabet. */
    static Map<String, Long> byAction(Collection<RequestRecord> requests) {
        return requests.stream()
                .collect(Collectors.groupingBy(RequestRecord::action, TreeMap::new, Collectors.counting()));
    }
}
