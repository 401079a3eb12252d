package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;

/**
 * What a service has done for a call.
 *
 * @param reply what the client gets
 * @param effect whether something has changed
 */
public record AwsAnswer(Reply reply, boolean effect) {}
