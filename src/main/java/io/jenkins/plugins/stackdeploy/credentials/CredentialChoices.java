package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;

/** The choices of forms, shown only to those who may see which credentials there are. */
public final class CredentialChoices {
    /** Credentials that can hold an AccessKey of Alibaba Cloud. */
    static final CredentialsMatcher ALIBABA = credentials -> credentials instanceof StandardUsernamePasswordCredentials
            || (credentials instanceof StandardCredentials standard && AlibabaPlugin.isInstance(standard));

    /** Credentials that can hold an access key of AWS. */
    static final CredentialsMatcher AWS = credentials -> credentials instanceof StandardUsernamePasswordCredentials
            || (credentials instanceof StandardCredentials standard && AwsPlugin.isInstance(standard));

    private CredentialChoices() {}

    /**
     * Credentials with an AccessKey of Alibaba Cloud that a job may use.
     *
     * @param item the job; null outside of one
     * @param current the present choice, kept in any case
     * @return the choices; only the present one for people who may not see more
     */
    public static ListBoxModel forItem(Item item, String current) {
        return mayChoose(item) ? choices(item, current, ALIBABA) : onlyThe(current);
    }

    /**
     * Credentials with an access key of AWS that a job may use.
     *
     * @param item the job; null outside of one
     * @param current the present choice, kept in any case
     * @return the choices; only the present one for people who may not see more
     */
    public static ListBoxModel awsForItem(Item item, String current) {
        return mayChoose(item) ? choices(item, current, AWS) : onlyThe(current);
    }

    /** Credentials that a connection may use. */
    static ListBoxModel forAdministrators(String current, CredentialsMatcher matcher) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return onlyThe(current);
        }
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), matcher)
                .includeCurrentValue(current);
    }

    private static ListBoxModel choices(Item item, String current, CredentialsMatcher matcher) {
        return new StandardListBoxModel()
                .includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, item, StandardCredentials.class, List.of(), matcher)
                .includeCurrentValue(current);
    }

    private static ListBoxModel onlyThe(String current) {
        return new StandardListBoxModel().includeCurrentValue(current);
    }

    /**
     * Whether the current user may see the choices of a job's form.
     *
     * @param item the job; null outside of one
     * @return true when he may
     */
    public static boolean mayChoose(Item item) {
        if (item == null) {
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        }
        return item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
