package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everybody who started a run: the users in its causes, and those of the runs that started it, up the whole chain. Somebody
 * who starts the upstream job, or replays a run, is as much a requester as somebody who presses Build.
 */
final class Requesters {
    private final Set<String> users = new LinkedHashSet<>();
    private final Set<String> runs = new HashSet<>();

    private Requesters() {}

    /**
     * Finds them; upstream runs may be read from the disk.
     *
     * @return ids of users, each once
     */
    static List<String> of(Run<?, ?> run) {
        Requesters requesters = new Requesters();
        // Whoever happens to run this must not hide upstream runs by lacking a permission.
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            requesters.collect(run.getCauses());
        }
        return List.copyOf(requesters.users);
    }

    private void collect(List<Cause> causes) {
        for (Cause cause : causes) {
            if (cause instanceof Cause.UserIdCause user && user.getUserId() != null) {
                users.add(user.getUserId());
            } else if (cause instanceof Cause.UpstreamCause upstream) {
                collect(upstream.getUpstreamCauses());
                // The causes that a cause brings are cut off in long chains; the run itself still has them.
                if (runs.add(upstream.getUpstreamProject() + '#' + upstream.getUpstreamBuild())) {
                    Run<?, ?> up = upstream.getUpstreamRun();
                    if (up != null) {
                        collect(up.getCauses());
                    }
                }
            }
        }
    }
}
