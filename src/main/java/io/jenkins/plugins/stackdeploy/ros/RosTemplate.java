package io.jenkins.plugins.stackdeploy.ros;

/**
 * The template of a request: exactly one of body, url and id.
 *
 * @param name what to call it in messages: the file's path, the URL or the id
 * @param body its text, at most 524,288 bytes; null for the others
 * @param url where ROS reads it: http, https or oss; null for the others
 * @param id of a template kept in ROS; null for the others
 * @param version {@code v1} to {@code v100}, with an id only; null for the latest
 * @param resources how many resources it declares; 0 when unknown
 */
public record RosTemplate(String name, String body, String url, String id, String version, int resources) {
    @Override
    public String toString() {
        return name;
    }
}
