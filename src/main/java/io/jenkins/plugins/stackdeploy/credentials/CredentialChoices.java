package io.jenkins.plugins.stackdeploy.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;

/** The choices of forms, shown only to those who may see which credentials there are. */
public final class CredentialChoices {
    private CredentialChoices() {}

    /**
     * Credentials with an AccessKey that a job may use.
     *
     * @param item the job; null outside of one
     * @param current the present choice, kept in any case
     * @return the choices; only the present one for people who may not see more
     */
    public static ListBoxModel forItem(Item item, String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!mayChoose(item)) {
            return choices.includeCurrentValue(current);
        }
        return choices.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        item,
                        StandardCredentials.class,
                        List.of(),
                        credentials ->
                                credentials instanceof StandardCredentials standard && AlibabaKeys.mayHold(standard))
                .includeCurrentValue(current);
    }

    /** Credentials with an AccessKey that a connection may use. */
    static ListBoxModel forAdministrators(String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return choices.includeCurrentValue(current);
        }
        return choices.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardCredentials.class,
                        List.of(),
                        credentials ->
                                credentials instanceof StandardCredentials standard && AlibabaKeys.mayHold(standard))
                .includeCurrentValue(current);
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
