/** Tests of the pages: over HTTP, and in a browser where there is one. */
package io.jenkins.plugins.stackdeploy.pages;
