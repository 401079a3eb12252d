package io.jenkins.plugins.stackdeploy.embedded.cps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.ConsoleLogFilter;
import hudson.model.BuildListener;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Answers what a step asks its context for, made anew for each question so that it is right after a restart too. */
final class ContextLookup {
    private final PipelineOwner owner;
    private final ExecutionHandle handle;
    private final Map<String, FlowNode> nodes = new ConcurrentHashMap<>();

    ContextLookup(PipelineOwner owner, ExecutionHandle handle) {
        this.owner = owner;
        this.handle = handle;
    }

    /** @return null if there is nothing of this type around the step */
    <T> T find(Class<T> type, CpsThread thread, CpsStepContext context) throws IOException, InterruptedException {
        Object found;
        if (type == EnvVars.class) {
            found = environment(thread);
        } else if (type == TaskListener.class || type == BuildListener.class) {
            found = listener(thread);
        } else if (type == FlowNode.class) {
            found = nodes.computeIfAbsent(context.nodeId(), id -> new StepNode(id, context.functionName()));
        } else if (type == Launcher.class) {
            FilePath workspace = ContextVariables.find(thread.variables, FilePath.class);
            found = workspace == null ? null : workspace.createLauncher(listener(thread));
        } else if (type.isInstance(owner.run()) && Run.class.isAssignableFrom(type)) {
            found = owner.run();
        } else if (type.isInstance(owner.run().getParent()) && Job.class.isAssignableFrom(type)) {
            found = owner.run().getParent();
        } else if (type == PipelineExecution.class) {
            found = handle.execution();
        } else {
            found = ContextVariables.find(thread.variables, type);
        }
        return type.cast(found);
    }

    /** What the steps around provide, then the build's variables, then what the script set, then what wraps it. */
    EnvVars environment(CpsThread thread) throws IOException, InterruptedException {
        EnvVars environment = new EnvVars();
        EnvVars contextual = ContextVariables.find(thread.variables, EnvVars.class);
        if (contextual != null) {
            environment.putAll(contextual);
        }
        environment.putAll(owner.run().getEnvironment(listener(thread)));
        environment.putAll(thread.program.environment());
        EnvironmentExpander expander = ContextVariables.find(thread.variables, EnvironmentExpander.class);
        if (expander != null) {
            expander.expand(environment);
        }
        return environment;
    }

    TaskListener listener(CpsThread thread) throws IOException, InterruptedException {
        return owner.log().listener(ContextVariables.find(thread.variables, ConsoleLogFilter.class), owner.run());
    }
}
