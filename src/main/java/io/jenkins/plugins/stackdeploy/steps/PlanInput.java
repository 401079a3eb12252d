package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads what steps take that make plans, or deploy them. */
final class PlanInput {
    private static final int PLAN_MOST_BYTES = 4 * 1024 * 1024;
    private static final int EXPIRES_LEAST = 10;
    private static final int EXPIRES_MOST = 30 * 24 * 60;
    private static final int EXPIRES_USUAL = 24 * 60;

    private final Preparation preparation;
    private final Inputs inputs;

    PlanInput(Preparation preparation, Inputs inputs) {
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * For how long a plan is good.
     *
     * @param given minutes; null for a day
     * @return minutes; what is wrong with them is noted
     */
    int expiresInMinutes(Integer given) {
        inputs.range("expiresInMinutes", given, EXPIRES_LEAST, EXPIRES_MOST);
        return given == null ? EXPIRES_USUAL : given;
    }

    /**
     * The plan; one of both must be given.
     *
     * @param given what a plan step returned; may be null
     * @param file a file of the workspace with that as JSON; may be null
     * @return null when it is no plan, which is noted
     * @throws IOException when the agent cannot be reached
     */
    Plan plan(Map<String, Object> given, String file) throws IOException, InterruptedException {
        if (given != null && file != null) {
            inputs.problem(Messages.Input_planTwice());
            return null;
        }
        try {
            return Plan.of(given == null ? read(file) : given);
        } catch (StackDeployException | IllegalArgumentException wrong) {
            inputs.problem(wrong.getMessage());
            return null;
        }
    }

    private Map<?, ?> read(String file) throws IOException, InterruptedException {
        byte[] bytes = preparation.files().read(file, PLAN_MOST_BYTES);
        try {
            return new ObjectMapper().readValue(new String(bytes, StandardCharsets.UTF_8), Map.class);
        } catch (JsonProcessingException odd) {
            throw new StackDeployException(Messages.Input_planFile(file, Text.oneLine(odd.getOriginalMessage())));
        }
    }
}
