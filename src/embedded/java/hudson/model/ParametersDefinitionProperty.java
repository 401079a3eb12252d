package hudson.model;

import java.util.List;

/** The parameters that a job declares. */
public class ParametersDefinitionProperty extends JobProperty<Job<?, ?>> {
    private final List<ParameterDefinition> parameterDefinitions;

    public ParametersDefinitionProperty(ParameterDefinition... parameterDefinitions) {
        this.parameterDefinitions = List.of(parameterDefinitions);
    }

    public List<ParameterDefinition> getParameterDefinitions() {
        return parameterDefinitions;
    }
}
