package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A resource as the template declares it.
 *
 * @param type such as {@code ALIYUN::ECS::VPC}; null when the declaration has none
 * @param position of the logical id
 */
public record ResourceDeclaration(@CheckForNull String type, Position position) {}
