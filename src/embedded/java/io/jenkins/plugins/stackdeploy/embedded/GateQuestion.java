package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.approval.GateException;
import io.jenkins.plugins.stackdeploy.approval.GateResource;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import io.jenkins.plugins.stackdeploy.gate.GateParameter;
import io.jenkins.plugins.stackdeploy.gate.GatePolicy;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gate that is answered at the terminal. A yes ticks the whole checklist and takes the first choices there are. */
final class GateQuestion implements Question {
    private static final String COMMENT = "at the terminal";

    private final GateResource gate;

    GateQuestion(GateResource gate) {
        this.gate = gate;
    }

    private GateRequest request() {
        try {
            return gate.gate().orElseThrow().request();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text() {
        GateRequest request = request();
        return (request.message() == null ? request.name() : request.message()) + " (approve or reject)";
    }

    @Override
    public List<String> others() {
        List<String> others = new ArrayList<>();
        request().policy().rules().forEach(rule -> others.addAll(rule.users()));
        others.add("somebody-else");
        return others;
    }

    @Override
    public void yes(String user) {
        decide(user, true);
    }

    @Override
    public void no(String user) {
        decide(user, false);
    }

    private void decide(String user, boolean approves) {
        try (ACLContext context = ACL.as(User.getById(user, true))) {
            gate.decide(answer(), approves);
        } catch (RefusedException | GateException refused) {
            throw new SecurityException(refused.getMessage(), refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer() {
        GatePolicy policy = request().policy();
        Map<String, String> values = new LinkedHashMap<>();
        policy.parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .forEach(parameter -> values.put(parameter.name(), value(parameter)));
        return new Answer(COMMENT, policy.checklist(), values);
    }

    private static String value(GateParameter parameter) {
        return parameter.choices().isEmpty() ? COMMENT : parameter.choices().get(0);
    }
}
