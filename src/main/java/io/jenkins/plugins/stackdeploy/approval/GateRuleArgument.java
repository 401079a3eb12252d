package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** One rule of a gate as a script or a form has it. */
public class GateRuleArgument extends AbstractDescribableImpl<GateRuleArgument> implements Serializable {
    private static final long serialVersionUID = 1;

    private String users;
    private String groups;
    private String count;

    /** A rule for everybody. */
    @DataBoundConstructor
    public GateRuleArgument() {
        // Everything about a rule is optional.
    }

    /** Ids of users, one a line; null for none. */
    public String getUsers() {
        return users;
    }

    @DataBoundSetter
    public void setUsers(String users) {
        this.users = Util.fixEmptyAndTrim(users);
    }

    /** Names of groups, one a line; null for none. */
    public String getGroups() {
        return groups;
    }

    @DataBoundSetter
    public void setGroups(String groups) {
        this.groups = Util.fixEmptyAndTrim(groups);
    }

    /** {@code all}, {@code any} or a number; null for any. */
    public String getCount() {
        return count;
    }

    @DataBoundSetter
    public void setCount(String count) {
        this.count = Util.fixEmptyAndTrim(count);
    }

    /** The rule's form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<GateRuleArgument> implements CustomDescribableModel {
        @Override
        public String getDisplayName() {
            return Messages.GateRuleArgument_displayName();
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return Arguments.read(
                    "rules",
                    GateRuleArgument.class,
                    arguments,
                    Map.of("users", Lines::names, "groups", Lines::text, "count", String::valueOf));
        }
    }
}
