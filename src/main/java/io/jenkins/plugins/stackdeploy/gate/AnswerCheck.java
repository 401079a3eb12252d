package io.jenkins.plugins.stackdeploy.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be said with a decision. */
final class AnswerCheck {
    private final GatePolicy policy;

    AnswerCheck(GatePolicy policy) {
        this.policy = policy;
    }

    void comment(String comment) throws RefusedException {
        if (policy.commentRequired() && comment == null) {
            throw new RefusedException(Refusal.COMMENT_MISSING, Messages.Refused_commentMissing());
        }
        if (comment != null && comment.length() > Answer.LONGEST_COMMENT) {
            throw new RefusedException(
                    Refusal.COMMENT_LONG,
                    Messages.Refused_commentLong(
                            String.valueOf(comment.length()), String.valueOf(Answer.LONGEST_COMMENT)));
        }
    }

    /**
     * Checks all that goes with an approval.
     *
     * @return the answer with the defaults of what was not filled in, and without ticks that mean nothing
     */
    Answer approval(Answer answer) throws RefusedException {
        comment(answer.comment());
        List<String> missing = policy.checklist().stream()
                .filter(item -> !answer.checked().contains(item))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.CHECKLIST, Messages.Refused_checklist(String.join("; ", missing)));
        }
        return new Answer(answer.comment(), policy.checklist(), values(answer.parameters()));
    }

    private Map<String, String> values(Map<String, String> given) throws RefusedException {
        Map<String, String> values = new LinkedHashMap<>();
        for (GateParameter parameter : policy.parameters()) {
            String value = given.getOrDefault(parameter.name(), parameter.defaultValue());
            if (value == null || (value.isBlank() && parameter.defaultValue() == null)) {
                throw new RefusedException(Refusal.PARAMETER, Messages.Refused_parameterMissing(parameter.name()));
            }
            if (!parameter.takes(value)) {
                throw new RefusedException(Refusal.PARAMETER, wrong(parameter));
            }
            values.put(parameter.name(), value);
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new RefusedException(Refusal.PARAMETER, Messages.Refused_parameterUnknown(name));
            }
        }
        return values;
    }

    private static String wrong(GateParameter parameter) {
        return parameter.choices().isEmpty()
                ? Messages.Refused_parameterLong(parameter.name(), String.valueOf(GateParameter.LONGEST))
                : Messages.Refused_parameterChoice(parameter.name(), String.join(", ", parameter.choices()));
    }
}
