package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackStore;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Workbench;
import java.time.Clock;

/**
 * What all actions work with.
 *
 * @param store the stacks
 * @param bench pace, ordered failures and known templates
 * @param options behaviour
 * @param clock the cloud's clock
 */
public record RosCloud(StackStore store, Workbench bench, RosOptions options, Clock clock) {}
