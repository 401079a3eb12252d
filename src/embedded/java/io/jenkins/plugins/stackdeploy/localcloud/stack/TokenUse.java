package io.jenkins.plugins.stackdeploy.localcloud.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A ClientToken that took effect.
 *
 * @param token what the client sent
 * @param digest hash of the action and all business parameters
 * @param at when the first request came
 * @param answer what it was answered, without its RequestId
 */
public record TokenUse(String token, String digest, Instant at, ObjectNode answer) {}
