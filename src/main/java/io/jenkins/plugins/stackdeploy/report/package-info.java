/** What a build remembers of its deployments: files beside build.xml, and what it tells later steps. */
package io.jenkins.plugins.stackdeploy.report;
