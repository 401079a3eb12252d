package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;

/** ValidateTemplate. */
final class ValidateTemplate extends StackAction {
    ValidateTemplate(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        Template template = AwsTemplate.parse(TemplateArgument.read(call.parameters(), cloud().templates(), null));
        return QueryAnswer.read(TemplateView.of(template, false));
    }
}
