package io.jenkins.plugins.stackdeploy.localcloud.ros;

/** GetStack. */
final class GetStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of(
            "ClientToken:S, LogOption:S, OutputOption:S, RegionId*:S, ShowResourceProgress:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        return Answer.of(StackView.full(call, call.stack()));
    }
}
