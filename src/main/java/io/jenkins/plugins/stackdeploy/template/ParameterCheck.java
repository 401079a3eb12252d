package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the parameters given with those that a template declares, before any call. Finds every problem at once, and none
 * that a cloud would not see: names such as {@code ALIYUN::Region} are pseudo parameters, and a Terraform template for ROS
 * declares its parameters where only ROS reads them.
 */
public final class ParameterCheck {
    /** Parameters.N of ROS's CreateStack and UpdateStack, and CloudFormation's quota of parameters in a template. */
    private static final int MAX_PARAMETERS = 200;

    private ParameterCheck() {}

    /**
     * @param usePreviousParameters whether a parameter that is not given keeps the value the stack has; none is missing then
     * @return empty when all is well. Values of secrets and of NoEcho parameters are never in a message
     */
    public static List<Problem> check(Template template, Parameters parameters, boolean usePreviousParameters) {
        List<Problem> problems = new ArrayList<>();
        if (parameters.size() > MAX_PARAMETERS) {
            problems.add(Problem.error(
                    Messages.Check_tooMany(String.valueOf(parameters.size()), String.valueOf(MAX_PARAMETERS)), null));
        }
        if (template.kind() != TemplateKind.ROS_TERRAFORM) {
            unknown(template, parameters, problems);
        }
        for (ParameterDeclaration declaration : template.parameters().values()) {
            Optional<Parameter> given = parameters.get(declaration.name());
            if (given.isPresent() && given.get().usePrevious()) {
                continue;
            }
            Optional<String> value = given.map(Parameter::value);
            if (value.isPresent()) {
                boolean secret = given.get().secret();
                problems.addAll(ValueCheck.check(template.kind(), declaration, value.get(), secret));
            } else if (!declaration.hasDefault() && !usePreviousParameters) {
                problems.add(Problem.error(Messages.Check_missing(declaration.name()), declaration.position()));
            }
        }
        return List.copyOf(problems);
    }

    private static void unknown(Template template, Parameters parameters, List<Problem> problems) {
        Map<String, ParameterDeclaration> declared = template.parameters();
        NearestName nearest = new NearestName(declared.keySet());
        for (Parameter parameter : parameters.all()) {
            String key = parameter.key();
            if (!declared.containsKey(key) && !isPseudo(key)) {
                String message = nearest.to(key)
                        .map(near -> Messages.Check_unknownNear(key, near))
                        .orElseGet(() -> Messages.Check_unknown(key));
                problems.add(Problem.error(message, null));
            }
        }
    }

    /** Values that the clouds provide themselves. */
    static boolean isPseudo(String name) {
        return name.startsWith("ALIYUN::") || name.startsWith("AWS::");
    }
}
