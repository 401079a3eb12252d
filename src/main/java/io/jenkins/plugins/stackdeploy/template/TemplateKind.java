package io.jenkins.plugins.stackdeploy.template;

/** Whose template it is, as far as the template itself tells. */
public enum TemplateKind {
    /** Alibaba Cloud ROS. */
    ROS,

    /**
     * Terraform (or OpenTofu) wrapped for ROS: {@code Transform: Aliyun::Terraform-v1.5}. The code is text under Workspace and
     * declares the parameters there, out of sight of a local check.
     */
    ROS_TERRAFORM,

    /** AWS CloudFormation. */
    CLOUDFORMATION,

    /** Neither a version, nor a transform, nor a resource type says. */
    UNKNOWN
}
