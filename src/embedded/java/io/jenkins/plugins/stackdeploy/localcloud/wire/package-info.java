/** Requests and answers as bytes on a loopback socket: reading, encoding, error bodies and broken deliveries. */
package io.jenkins.plugins.stackdeploy.localcloud.wire;
