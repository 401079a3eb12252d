package io.jenkins.plugins.stackdeploy.approval;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;

/** Makes steps of what scripts give them. */
public final class ScriptArguments {
    private static final Logger LOGGER = Logger.getLogger(ScriptArguments.class.getName());

    private ScriptArguments() {}

    /**
     * Makes a step. Its descriptor calls this from {@code newInstance(Map)}: Pipeline prints a stack trace for what the binding
     * throws, and the message alone for an {@link AbortException}.
     *
     * @param type the step's class
     * @param arguments by name, as the script has them
     * @return the step
     * @throws AbortException when there is no argument of a name, or a value does not fit; the message says which
     */
    public static <T extends Step> T bind(Class<T> type, Map<String, Object> arguments) throws AbortException {
        try {
            return DescribableModel.of(type).instantiate(arguments, TaskListener.NULL);
        } catch (IllegalArgumentException wrong) {
            LOGGER.log(Level.FINE, "Arguments of a step are refused", wrong);
            throw new AbortException(Text.oneLine(innermost(wrong).getMessage()));
        }
    }

    /** The binding repeats all arguments, of which a template may be one, before it says what is wrong with one of them. */
    private static Throwable innermost(Throwable wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
