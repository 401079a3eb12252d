package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sh 'command'}. Killed in the middle of a command, the build fails there when it resumes. */
public final class ShellStep extends Step {
    private final String script;
    private boolean returnStdout;
    private boolean returnStatus;
    private String label;

    @DataBoundConstructor
    public ShellStep(String script) {
        this.script = script;
    }

    public String getScript() {
        return script;
    }

    public boolean isReturnStdout() {
        return returnStdout;
    }

    /** @param returnStdout whether to return what the command prints instead of showing it */
    @DataBoundSetter
    public void setReturnStdout(boolean returnStdout) {
        this.returnStdout = returnStdout;
    }

    public boolean isReturnStatus() {
        return returnStatus;
    }

    /** @param returnStatus whether to return the exit code instead of failing for one other than 0 */
    @DataBoundSetter
    public void setReturnStatus(boolean returnStatus) {
        this.returnStatus = returnStatus;
    }

    public String getLabel() {
        return label;
    }

    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousNonBlocking(context, this::run);
    }

    private Object run(StepContext context) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-xe", "-c", script)
                .directory(new File(context.get(FilePath.class).getRemote()))
                .redirectErrorStream(!returnStdout);
        builder.environment().clear();
        builder.environment().putAll(context.get(EnvVars.class));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            OutputStream console = context.get(TaskListener.class).getLogger();
            ByteArrayOutputStream captured = new ByteArrayOutputStream();
            Thread errors = null;
            if (returnStdout) {
                errors = new Thread(() -> copyErrors(process, console), "stderr of a shell");
                errors.start();
            }
            process.getInputStream().transferTo(returnStdout ? captured : console);
            int status = process.waitFor();
            if (errors != null) {
                errors.join();
            }
            return answer(status, captured);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void copyErrors(Process process, OutputStream console) {
        try {
            process.getErrorStream().transferTo(console);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the shell's messages cannot be read", e);
        }
    }

    private Object answer(int status, ByteArrayOutputStream captured) throws AbortException {
        if (returnStatus) {
            return status;
        }
        if (status != 0) {
            throw new AbortException("script returned exit code " + status);
        }
        return returnStdout ? captured.toString(StandardCharsets.UTF_8) : null;
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("sh", false, FilePath.class, EnvVars.class, TaskListener.class);
        }
    }
}
