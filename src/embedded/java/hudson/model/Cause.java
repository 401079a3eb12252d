package hudson.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jenkins.model.Jenkins;

/** Why a build was started. */
public abstract class Cause {
    /** @return a sentence for people */
    public abstract String getShortDescription();

    public void onAddedTo(Run build) {}

    public void onLoad(Run<?, ?> build) {}

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** Somebody asked for it. */
    public static class UserIdCause extends Cause {
        private final String userId;

        /** The user of the current thread. */
        public UserIdCause() {
            this(currentUserId());
        }

        /** @param userId null for somebody who is not logged in */
        public UserIdCause(String userId) {
            this.userId = userId;
        }

        private static String currentUserId() {
            User user = User.current();
            return user == null ? null : user.getId();
        }

        /** @return null for somebody who is not logged in */
        public String getUserId() {
            return userId;
        }

        public String getUserName() {
            User user = userId == null ? null : User.getById(userId, false);
            return user == null ? "anonymous" : user.getDisplayName();
        }

        @Override
        public String getShortDescription() {
            return "Started by user " + getUserName();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UserIdCause that && Objects.equals(userId, that.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(userId);
        }
    }

    /** Another build started it. */
    public static class UpstreamCause extends Cause {
        private final String upstreamProject;
        private final String upstreamUrl;
        private final int upstreamBuild;
        private final List<Cause> upstreamCauses;

        public UpstreamCause(Run<?, ?> up) {
            upstreamProject = up.getParent().getFullName();
            upstreamUrl = up.getParent().getUrl();
            upstreamBuild = up.getNumber();
            upstreamCauses = new ArrayList<>(up.getCauses());
        }

        /** @return the full name of the job */
        public String getUpstreamProject() {
            return upstreamProject;
        }

        public int getUpstreamBuild() {
            return upstreamBuild;
        }

        public String getUpstreamUrl() {
            return upstreamUrl;
        }

        /** @return why that build was started itself */
        public List<Cause> getUpstreamCauses() {
            return upstreamCauses;
        }

        /** @return null if it is gone */
        public Run<?, ?> getUpstreamRun() {
            Item item = Jenkins.get().getItemByFullName(upstreamProject);
            return item instanceof Job<?, ?> job ? job.getBuildByNumber(upstreamBuild) : null;
        }

        @Override
        public String getShortDescription() {
            return "Started by upstream project \"" + upstreamProject + "\" build number " + upstreamBuild;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UpstreamCause that
                    && upstreamBuild == that.upstreamBuild
                    && upstreamProject.equals(that.upstreamProject)
                    && upstreamCauses.equals(that.upstreamCauses);
        }

        @Override
        public int hashCode() {
            return Objects.hash(upstreamProject, upstreamBuild);
        }
    }
}
