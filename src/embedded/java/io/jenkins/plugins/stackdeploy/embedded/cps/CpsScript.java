package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.MissingPropertyException;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.embedded.steps.EarlierBuildsStep;
import io.jenkins.plugins.stackdeploy.embedded.steps.ParameterSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** The base of every compiled Jenkinsfile: unknown functions are steps, unknown variables the build's own. */
public abstract class CpsScript extends SerializableScript {
    private static final long serialVersionUID = 1L;

    private ExecutionHandle handle;

    void attach(ExecutionHandle execution) {
        handle = execution;
    }

    private ExecutionHandle handle() {
        return handle == null ? CpsThread.current().program.handle() : handle;
    }

    @Override
    public final Object invokeMethod(String name, Object args) {
        return dsl().invokeMethod(name, args);
    }

    private Dsl dsl() {
        return new Dsl(handle());
    }

    @Override
    public Object getProperty(String property) {
        return switch (property) {
            case "env" -> new EnvVariable(handle());
            case "params" -> new ParamsVariable(handle());
            case "currentBuild" -> new CurrentBuild(handle());
            case "steps" -> dsl();
            case "scm" -> scm();
            default -> other(property);
        };
    }

    private Object scm() {
        if (handle().execution().owner().workspaceSource() == null) {
            throw new IllegalStateException("‘checkout scm’ is only available when the job has sources to check out");
        }
        return new Scm();
    }

    private Object other(String property) {
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException e) {
            Object parameter = new ParamsVariable(handle()).value(property);
            Object value = parameter == null ? new EnvVariable(handle()).getProperty(property) : parameter;
            if (value == null) {
                throw e;
            }
            return value;
        }
    }

    /** Runs a declarative Pipeline, if this script is its interpreter. */
    Object runDeclarative(Object arguments) {
        return InvokerHelper.invokeMethod(this, "runPipeline", arguments);
    }

    /** For the interpreter: gives the build the parameters that it was not started with. */
    public void addDefaultParameters(List<UninstantiatedDescribable> described) {
        Run<?, ?> run = handle().execution().owner().run();
        ParametersAction given = run.getAction(ParametersAction.class);
        List<ParameterValue> values = new ArrayList<>();
        for (UninstantiatedDescribable each : described) {
            ParameterSpec spec = ParameterSpec.of(each);
            ParameterValue value = given == null ? null : given.getParameter(spec.name());
            values.add(value == null ? spec.value(null) : spec.typed(value));
        }
        run.replaceAction(new ParametersAction(values));
    }

    /** For the interpreter: whether an earlier build of the job is not over. */
    public boolean hasEarlierBuilds() {
        return EarlierBuildsStep.areRunning(handle().execution().owner().run());
    }

    /** For the interpreter: whether there is something to check out. */
    public boolean hasSources() {
        return handle().execution().owner().workspaceSource() != null;
    }

    /** For the interpreter: calls a step whose name is only known now. */
    public Object callStep(String name, List<?> arguments) {
        return invokeMethod(name, arguments.toArray());
    }

    /** For the interpreter: whether a text fits a pattern in which {@code *} stands for any text. */
    public boolean matches(String text, String pattern) {
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return text != null && text.matches(regex);
    }

    @Override
    public void println() {
        println("");
    }

    @Override
    public void print(Object value) {
        println(value);
    }

    /** Writes to the console without being a step, so that it works where the code cannot be stopped. */
    @Override
    public void println(Object value) {
        try {
            handle().execution()
                    .contextLookup()
                    .listener(CpsThread.current())
                    .getLogger()
                    .println(value);
        } catch (IOException e) {
            throw new IllegalStateException("the console cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to the console", e);
        }
    }

    /** {@code sleep} is a method of every Groovy object, which would block the whole build. */
    public Object sleep(long seconds) {
        return invokeMethod("sleep", seconds);
    }
}
