/** ROS templates: reading, checking, parameters, functions and the resources that remain once all is evaluated. */
package io.jenkins.plugins.stackdeploy.localcloud.template;
