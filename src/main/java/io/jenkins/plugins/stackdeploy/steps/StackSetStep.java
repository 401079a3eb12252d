package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** What all steps on a stack set take. */
public abstract class StackSetStep extends DeployStep {
    private static final long serialVersionUID = 1;

    private String stackSetName;
    private String externalId;
    private String callAs;
    private Integer failureToleranceCount;
    private Integer failureTolerancePercentage;
    private Integer maxConcurrentCount;
    private Integer maxConcurrentPercentage;
    private String regionConcurrencyType;
    private List<String> regionOrder;
    private String regionOrderText;
    private String concurrencyMode;
    private Boolean batchRegions;
    private String memberRoleName;
    private String instanceFailures;
    private String events;
    private Boolean wait;
    private Boolean waitForOthers;

    /**
     * A step.
     *
     * @param stackSetName the stack set's name
     */
    protected StackSetStep(String stackSetName) {
        name(stackSetName);
    }

    final void name(String given) {
        this.stackSetName = Util.fixEmptyAndTrim(given);
    }

    public String getStackSetName() {
        return stackSetName;
    }

    @Override
    String subject() {
        return stackSetName;
    }

    /** What the role to take on asks for; null for the connection's or none. */
    public String getExternalId() {
        return externalId;
    }

    @DataBoundSetter
    public void setExternalId(String externalId) {
        this.externalId = Util.fixEmptyAndTrim(externalId);
    }

    /** {@code SELF} or {@code DELEGATED_ADMIN}; null for SELF. */
    public String getCallAs() {
        return callAs;
    }

    @DataBoundSetter
    public void setCallAs(String callAs) {
        this.callAs = Defaults.unless("SELF", callAs);
    }

    /** Accounts per region that may fail; null for none. */
    public Integer getFailureToleranceCount() {
        return failureToleranceCount;
    }

    @DataBoundSetter
    public void setFailureToleranceCount(Integer failureToleranceCount) {
        this.failureToleranceCount = failureToleranceCount;
    }

    /** Percentage of accounts per region that may fail; null for none. */
    public Integer getFailureTolerancePercentage() {
        return failureTolerancePercentage;
    }

    @DataBoundSetter
    public void setFailureTolerancePercentage(Integer failureTolerancePercentage) {
        this.failureTolerancePercentage = failureTolerancePercentage;
    }

    /** Accounts per region at once; null for one. */
    public Integer getMaxConcurrentCount() {
        return maxConcurrentCount;
    }

    @DataBoundSetter
    public void setMaxConcurrentCount(Integer maxConcurrentCount) {
        this.maxConcurrentCount = maxConcurrentCount;
    }

    /** Percentage of accounts per region at once; null for one account. */
    public Integer getMaxConcurrentPercentage() {
        return maxConcurrentPercentage;
    }

    @DataBoundSetter
    public void setMaxConcurrentPercentage(Integer maxConcurrentPercentage) {
        this.maxConcurrentPercentage = maxConcurrentPercentage;
    }

    /** {@code SEQUENTIAL} or {@code PARALLEL}; null for SEQUENTIAL. */
    public String getRegionConcurrencyType() {
        return regionConcurrencyType;
    }

    @DataBoundSetter
    public void setRegionConcurrencyType(String regionConcurrencyType) {
        this.regionConcurrencyType = Defaults.unless("SEQUENTIAL", regionConcurrencyType);
    }

    /** Regions; for scripts. */
    public List<String> getRegionOrder() {
        return regionOrder;
    }

    @DataBoundSetter
    public void setRegionOrder(Object regionOrder) {
        this.regionOrder = Defaults.list(regionOrder);
    }

    /** Regions between commas or on lines of their own; for forms. */
    public String getRegionOrderText() {
        return regionOrderText;
    }

    @DataBoundSetter
    public void setRegionOrderText(String regionOrderText) {
        this.regionOrderText = Util.fixEmptyAndTrim(regionOrderText);
    }

    /** {@code STRICT_FAILURE_TOLERANCE} or {@code SOFT_FAILURE_TOLERANCE}; null for the former. */
    public String getConcurrencyMode() {
        return concurrencyMode;
    }

    @DataBoundSetter
    public void setConcurrencyMode(String concurrencyMode) {
        this.concurrencyMode = Defaults.unless("STRICT_FAILURE_TOLERANCE", concurrencyMode);
    }

    /** Whether an operation on too many instances is split by region. */
    public boolean isBatchRegions() {
        return Defaults.isOn(batchRegions);
    }

    @DataBoundSetter
    public void setBatchRegions(boolean batchRegions) {
        this.batchRegions = Defaults.keepOn(batchRegions);
    }

    /** A role in target accounts that tells why an instance failed; null for none. */
    public String getMemberRoleName() {
        return memberRoleName;
    }

    @DataBoundSetter
    public void setMemberRoleName(String memberRoleName) {
        this.memberRoleName = Util.fixEmptyAndTrim(memberRoleName);
    }

    /** {@code fail} or {@code tolerate}; null for fail. */
    public String getInstanceFailures() {
        return instanceFailures;
    }

    @DataBoundSetter
    public void setInstanceFailures(String instanceFailures) {
        this.instanceFailures = Defaults.unless("fail", instanceFailures);
    }

    /** {@code changes}, {@code all} or {@code failures}; null for changes. */
    public String getEvents() {
        return events;
    }

    @DataBoundSetter
    public void setEvents(String events) {
        this.events = Defaults.unless("changes", events);
    }

    public boolean isWait() {
        return Defaults.onUnlessOff(wait);
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = Defaults.keepOff(wait);
    }

    public boolean isWaitForOthers() {
        return Defaults.onUnlessOff(waitForOthers);
    }

    @DataBoundSetter
    public void setWaitForOthers(boolean waitForOthers) {
        this.waitForOthers = Defaults.keepOff(waitForOthers);
    }
}
