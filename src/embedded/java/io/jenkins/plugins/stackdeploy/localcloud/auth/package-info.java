/** Who calls: access keys, temporary keys, both request signatures, nonces and clock skew. */
package io.jenkins.plugins.stackdeploy.localcloud.auth;
