/** As much of S3 as templates need: buckets that have a region, and objects with their checksums. */
package io.jenkins.plugins.stackdeploy.localcloud.s3;
