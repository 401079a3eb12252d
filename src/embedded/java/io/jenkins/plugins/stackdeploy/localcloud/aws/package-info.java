/** What all AWS services share: request signatures, the Query protocol and the way of a call to the service it is for. */
package io.jenkins.plugins.stackdeploy.localcloud.aws;
