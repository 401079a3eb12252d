package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps take that work on chosen instances of a stack set. */
public abstract class StackSetTargetsStep extends StackSetStep {
    private static final long serialVersionUID = 1;

    private List<String> deploymentTargets;
    private String deploymentTargetsText;
    private List<String> accounts;
    private String accountsText;
    private List<String> organizationalUnitIds;
    private String organizationalUnitIdsText;
    private String accountFilterType;
    private List<String> regions;
    private String regionsText;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    protected StackSetTargetsStep(String stackSetName) {
        super(stackSetName);
    }

    @Override
    boolean readsWorkspace() {
        return TargetText.isFile(deploymentTargetsText)
                || TargetText.isFile(accountsText)
                || TargetText.isFile(organizationalUnitIdsText);
    }

    /** Accounts, or organizational units; for scripts. */
    public List<String> getDeploymentTargets() {
        return deploymentTargets;
    }

    @DataBoundSetter
    public void setDeploymentTargets(Object deploymentTargets) {
        this.deploymentTargets = Defaults.list(deploymentTargets);
    }

    /** The same between commas or on lines of their own, or a JSON file of the workspace; for forms. */
    public String getDeploymentTargetsText() {
        return deploymentTargetsText;
    }

    @DataBoundSetter
    public void setDeploymentTargetsText(String deploymentTargetsText) {
        this.deploymentTargetsText = Util.fixEmptyAndTrim(deploymentTargetsText);
    }

    /** Accounts; for scripts. */
    public List<String> getAccounts() {
        return accounts;
    }

    @DataBoundSetter
    public void setAccounts(Object accounts) {
        this.accounts = Defaults.list(accounts);
    }

    /** The same between commas or on lines of their own, or a JSON file of the workspace; for forms. */
    public String getAccountsText() {
        return accountsText;
    }

    @DataBoundSetter
    public void setAccountsText(String accountsText) {
        this.accountsText = Util.fixEmptyAndTrim(accountsText);
    }

    /** Organizational units; for scripts. */
    public List<String> getOrganizationalUnitIds() {
        return organizationalUnitIds;
    }

    @DataBoundSetter
    public void setOrganizationalUnitIds(Object organizationalUnitIds) {
        this.organizationalUnitIds = Defaults.list(organizationalUnitIds);
    }

    /** The same between commas or on lines of their own, or a JSON file of the workspace; for forms. */
    public String getOrganizationalUnitIdsText() {
        return organizationalUnitIdsText;
    }

    @DataBoundSetter
    public void setOrganizationalUnitIdsText(String organizationalUnitIdsText) {
        this.organizationalUnitIdsText = Util.fixEmptyAndTrim(organizationalUnitIdsText);
    }

    /** How accounts refine organizational units; null when it was not given. */
    public String getAccountFilterType() {
        return accountFilterType;
    }

    @DataBoundSetter
    public void setAccountFilterType(String accountFilterType) {
        this.accountFilterType = Util.fixEmptyAndTrim(accountFilterType);
    }

    /** Regions, in order; for scripts. */
    public List<String> getRegions() {
        return regions;
    }

    @DataBoundSetter
    public void setRegions(Object regions) {
        this.regions = Defaults.list(regions);
    }

    /** Regions between commas or on lines of their own; for forms. */
    public String getRegionsText() {
        return regionsText;
    }

    @DataBoundSetter
    public void setRegionsText(String regionsText) {
        this.regionsText = Util.fixEmptyAndTrim(regionsText);
    }
}
