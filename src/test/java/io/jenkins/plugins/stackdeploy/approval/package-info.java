/** Gates in running builds: what people are asked, who may answer, what survives a kill. */
package io.jenkins.plugins.stackdeploy.approval;
