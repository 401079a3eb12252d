package io.jenkins.plugins.stackdeploy.localcloud.template;

/**
 * A mention of a parameter or resource inside an expression.
 *
 * @param name the parameter or resource
 * @param attribute the attribute that GetAtt asks for, or null for a Ref
 */
record Reference(String name, String attribute) {}
