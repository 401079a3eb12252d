package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import groovy.lang.Script;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.embedded.log.BuildLog;
import io.jenkins.plugins.stackdeploy.embedded.log.LogDates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.codehaus.groovy.control.CompilationFailedException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs one Pipeline. One thread alone runs the script's code and touches the program; the program is written to the
 * disk whenever a strand of it has stopped at a step, and when a step has answered.
 *
 * <pre>
 *   start ──► code runs ──► a step starts ──► saved ──► ... the step answers ──► saved ──► code runs
 *   killed anywhere: the program as it was saved last is read, and every step in it that had not answered
 *   is told to resume; a step that started after that is started again
 * </pre>
 */
public final class PipelineExecution {
    private static final Logger LOGGER = Logger.getLogger(PipelineExecution.class.getName());
    /** Saving walks along the program's own stack. */
    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private final PipelineOwner owner;
    private final ExecutionHandle handle = new ExecutionHandle(this);
    private final ContextLookup lookup;
    private final ProgramFile file;
    private final PipelineCompiler compiler = new PipelineCompiler();
    private final ExecutorService vm;
    private volatile Thread vmThread;
    private volatile CpsProgram program;
    private volatile boolean dead;
    private final CompletableFuture<Void> vmTerminated = new CompletableFuture<>();
    private boolean runScheduled;

    public PipelineExecution(PipelineOwner owner) {
        this.owner = owner;
        this.lookup = new ContextLookup(owner, handle);
        this.file = new ProgramFile(owner.directory(), owner.boundaries());
        this.vm = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "Running " + owner.run(), STACK_BYTES);
            thread.setDaemon(true);
            vmThread = thread;
            return thread;
        });
    }

    boolean isVmThread() {
        return Thread.currentThread() == vmThread;
    }

    PipelineOwner owner() {
        return owner;
    }

    BuildLog log() {
        return owner.log();
    }

    ContextLookup contextLookup() {
        return lookup;
    }

    CpsProgram program() {
        return program;
    }

    /** @return null if that strand is over */
    CpsThread thread(int id) {
        CpsProgram loaded = program;
        return loaded == null ? null : loaded.thread(id);
    }

    boolean isLoaded() {
        return program != null;
    }

    /** Runs the script from its beginning. */
    public void start() {
        runInVm(this::startInVm);
    }

    private void startInVm() {
        Script script;
        try {
            script = compiler.compile(owner.script());
        } catch (CompilationFailedException | IOException e) {
            end(new Outcome(null, e));
            return;
        }
        log().pipeline("Start of Pipeline");
        CpsProgram fresh = new CpsProgram(handle);
        ((CpsScript) script).attach(handle);
        CpsThread main = fresh.addThread(new Continuable(script), null, null);
        program = fresh;
        main.resume(new Outcome(null, null));
    }

    /** Goes on from what was saved last; from the beginning if nothing was. */
    public void resume() {
        runInVm(() -> {
            if (!file.exists()) {
                startInVm();
                return;
            }
            try {
                compiler.compile(owner.script());
                program = file.read(compiler.loader(), handle);
            } catch (CompilationFailedException | IOException e) {
                end(new Outcome(null, e));
                return;
            }
            List<StepExecution> pending = program.steps();
            Thread resumer = new Thread(() -> tellResumed(pending), "Resuming " + owner.run());
            resumer.setDaemon(true);
            resumer.start();
        });
    }

    /** Not on the thread of the program, so that a step may wait for it. */
    private void tellResumed(List<StepExecution> pending) {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            for (StepExecution step : pending) {
                try {
                    step.onResume();
                } catch (RuntimeException e) {
                    step.getContext().onFailure(e);
                }
            }
            owner.log().listener().getLogger().println("Ready to run at " + LogDates.now());
            runInVm(this::scheduleRun);
        } catch (Boundaries.KilledException e) {
            LOGGER.log(Level.FINE, "killed", e);
        }
    }

    /** Runs something on the thread that runs the script; nothing happens after the end. */
    void runInVm(Runnable task) {
        try {
            vm.execute(() -> {
                if (dead) {
                    return;
                }
                try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
                    task.run();
                } catch (Boundaries.KilledException e) {
                    LOGGER.log(Level.FINE, "killed", e);
                    kill();
                } catch (RuntimeException | Error e) {
                    // Better a failed build than one that never ends.
                    LOGGER.log(Level.WARNING, "Failed to run " + owner.run(), e);
                    end(new Outcome(null, e));
                }
            });
        } catch (RejectedExecutionException e) {
            // The build is over; whoever answers now is too late.
            LOGGER.log(Level.FINE, "after the end of " + owner.run(), e);
        }
    }

    /** Lets every strand run that can; called on the thread of the script. */
    void scheduleRun() {
        if (!runScheduled) {
            runScheduled = true;
            runInVm(this::runStrands);
        }
    }

    private void runStrands() {
        runScheduled = false;
        for (CpsThread thread : program.threads()) {
            if (thread.isRunnable()) {
                run(thread);
                if (program == null) {
                    return;
                }
            }
        }
    }

    private void run(CpsThread thread) {
        Outcome outcome = thread.runNextChunk();
        if (!thread.isAlive()) {
            program.remove(thread);
            thread.fireOver();
            if (program.threads().isEmpty()) {
                end(outcome);
                return;
            }
        }
        saveReporting();
    }

    private void end(Outcome outcome) {
        boolean started = program != null;
        program = null;
        Throwable failure = outcome.getAbnormal();
        if (failure != null) {
            worsenResult(
                    failure instanceof FlowInterruptedException interruption
                            ? interruption.getResult()
                            : Result.FAILURE);
        }
        if (started) {
            log().pipeline("End of Pipeline");
        }
        owner.boundaries().reached("before the build ends");
        Result result = owner.run().getResult();
        owner.finished(result == null ? Result.SUCCESS : result, failure);
        try {
            file.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to delete the program of " + owner.run(), e);
        }
        vm.shutdown();
        vmTerminated.complete(null);
    }

    /** Saves the answer of a step; in the middle of a strand's code nothing can be saved, but soon after it is. */
    void saveAfterAnswer() {
        if (CpsThread.current() == null) {
            saveReporting();
        }
    }

    /** Saves; what cannot be saved fails the strand that is most likely to blame, the youngest. */
    private void saveReporting() {
        try {
            file.write(program);
        } catch (IOException | RuntimeException e) {
            List<CpsThread> threads = program.threads();
            CpsThread youngest = threads.get(threads.size() - 1);
            youngest.setStep(null);
            youngest.resume(new Outcome(null, e));
        }
    }

    /** @return done when the present state is on the disk */
    ListenableFuture<Void> save() {
        SettableFuture<Void> saved = SettableFuture.create();
        runInVm(() -> {
            try {
                if (program != null) {
                    file.write(program);
                }
                saved.set(null);
            } catch (IOException | RuntimeException e) {
                saved.setException(e);
            }
        });
        return saved;
    }

    void worsenResult(Result result) {
        owner.run().setResult(result);
    }

    /** @return the files that {@code checkout scm} brings; null when there are none */
    public Path workspaceSource() {
        return owner.workspaceSource();
    }

    /** @return a folder that no other build works in */
    public Path allocateWorkspace() {
        return owner.allocateWorkspace();
    }

    /** Takes the folder again that was allocated before a restart. */
    public void reclaimWorkspace(Path workspace) {
        owner.reclaimWorkspace(workspace);
    }

    public void releaseWorkspace(Path workspace) {
        owner.releaseWorkspace(workspace);
    }

    /** Stops the steps at work, innermost first; the script sees the cause as an exception. */
    public void interrupt(FlowInterruptedException cause) {
        runInVm(() -> {
            worsenResult(cause.getResult());
            if (program != null) {
                program.innermost(null).forEach(thread -> thread.stop(cause));
            }
        });
    }

    /** @return the steps at work, oldest first; empty after the end */
    public List<StepExecution> currentSteps() {
        CompletableFuture<List<StepExecution>> steps = new CompletableFuture<>();
        runInVm(() -> steps.complete(program == null ? List.of() : program.steps()));
        vmTerminated.thenRun(() -> steps.complete(List.of()));
        return steps.join();
    }

    CpsScript interpreter() {
        try {
            Class<?> type = compiler.loader().loadClass("DeclarativeInterpreter");
            CpsScript script = (CpsScript) type.getDeclaredConstructor().newInstance();
            script.attach(handle);
            return script;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the declarative interpreter was not compiled", e);
        }
    }

    /** Does nothing any more, as if the process had been killed. */
    public void kill() {
        dead = true;
        vm.shutdownNow();
        vmTerminated.complete(null);
    }
}
