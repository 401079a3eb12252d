package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a page shows of one instance of a stack set; in JSON an array, since there may be thousands.
 *
 * @param account the account's id
 * @param region the region
 * @param status its last status
 * @param tone what the status means
 * @param reason why; empty when not told
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"account", "region", "status", "tone", "reason"})
record InstanceView(String account, String region, String status, Tone tone, String reason) {}
