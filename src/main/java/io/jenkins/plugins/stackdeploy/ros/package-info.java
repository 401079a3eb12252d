/** Alibaba Cloud ROS: client, statuses and errors as tables, stacks deployed, deleted and inspected. Knows no Jenkins. */
package io.jenkins.plugins.stackdeploy.ros;
