/** The ROS RPC API of 2019-09-10 and the two STS actions that come with it: dispatch, parameters and one class per action. */
package io.jenkins.plugins.stackdeploy.localcloud.ros;
