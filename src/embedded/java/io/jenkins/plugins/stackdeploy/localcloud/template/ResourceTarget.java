package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A resource as it should become.
 *
 * @param logicalId its name in the template
 * @param type such as {@code ALIYUN::ECS::VPC}
 * @param properties evaluated as far as parameters allow; references to other resources are still expressions
 * @param metadata the Metadata of its declaration, empty if there is none
 * @param retained whether DeletionPolicy keeps it when the stack lets go of it
 * @param dependencies ids of the resources that must be there first
 */
public record ResourceTarget(
        String logicalId,
        String type,
        ObjectNode properties,
        ObjectNode metadata,
        boolean retained,
        Set<String> dependencies) {

    /** Returns what is known about its type. */
    public ResourceType catalogued() {
        return ResourceCatalogue.find(type);
    }
}
