package io.jenkins.plugins.stackdeploy.template;

/**
 * How large a template may be.
 *
 * @param maxBytes of UTF-8, inclusive; at least 1
 */
public record TemplateLimits(int maxBytes) {
    /** ROS: TemplateBody has 1 to 524,288 bytes (API 2019-09-10, CreateStack); a template behind a URL has the same limit. */
    public static final TemplateLimits ROS = new TemplateLimits(524_288);

    /** CloudFormation: TemplateBody has 1 to 51,200 bytes (API 2010-05-15, CreateStackSet). */
    public static final TemplateLimits CLOUDFORMATION_INLINE = new TemplateLimits(51_200);

    /** CloudFormation: a template in S3 (TemplateURL) has at most 1 MB (API 2010-05-15; 460,800 bytes until October 2020). */
    public static final TemplateLimits CLOUDFORMATION_S3 = new TemplateLimits(1_048_576);
}
