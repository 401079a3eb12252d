package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StackDeployConfigurationTest {
    @Test
    void formKeepsEveryConnection(JenkinsRule jenkins) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.SYSTEM, "keys", "", "AK", "SECRET"));
        AlibabaConnection full = new AlibabaConnection("full", "keys", "cn-hangzhou");
        full.setRoleArn("acs:ram::1234567890123456:role/deployer");
        full.setEndpoint("ros.vpc-proxy.aliyuncs.com");
        full.setStsEndpoint("sts-vpc.cn-hangzhou.aliyuncs.com");
        full.setCallsPerMinute(50);
        AlibabaConnection bare = new AlibabaConnection("bare", "keys", "cn-beijing");
        AwsConnection aws = new AwsConnection("aws", "keys", "eu-west-1");
        aws.setRoleArn("arn:aws:iam::111122223333:role/deployer");
        aws.setExternalId("jenkins");
        aws.setEndpoint("cloudformation.internal.example");
        aws.setStsEndpoint("sts.internal.example");
        aws.setS3Endpoint("s3.internal.example");
        aws.setTemplateBucket("templates/team");
        aws.setCallsPerMinute(50);
        AwsConnection controllers = new AwsConnection("controllers", null, "eu-west-1");
        controllers.setUseDefaultCredentials(true);
        StackDeployConfiguration.get().setConnections(List.of(full, bare, aws, controllers));

        jenkins.configRoundtrip();

        List<CloudConnection> kept = StackDeployConfiguration.get().getConnections();
        assertThat(kept).hasSize(4);
        jenkins.assertEqualDataBoundBeans(full, kept.get(0));
        jenkins.assertEqualDataBoundBeans(bare, kept.get(1));
        jenkins.assertEqualDataBoundBeans(aws, kept.get(2));
        jenkins.assertEqualDataBoundBeans(controllers, kept.get(3));
    }
}
