package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One strand of the program: the script itself, or the body of a step. Only the one thread of the execution touches
 * it; a strand whose step has a body waits below the strand that runs the body.
 */
final class CpsThread implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<CpsThread> CURRENT = new ThreadLocal<>();

    private static final List<Class> CATEGORIES = categories();

    final int id;
    /** The strand that called the step whose body this is; null for the script itself. */
    final CpsThread parent;

    final CpsProgram program;
    final ContextVariables variables;
    private final Continuable continuable;
    private Outcome resumeValue;
    private StepExecution step;
    private final List<Runnable> completionHandlers = new ArrayList<>();

    CpsThread(CpsProgram program, int id, CpsThread parent, Continuable continuable, ContextVariables variables) {
        this.program = program;
        this.id = id;
        this.parent = parent;
        this.continuable = continuable;
        this.variables = variables;
    }

    private static List<Class> categories() {
        List<Class> categories = new ArrayList<>(Continuable.categories);
        categories.add(SerializableIteration.class);
        return List.copyOf(categories);
    }

    /** @return the strand whose code runs right now, or null */
    static CpsThread current() {
        return CURRENT.get();
    }

    boolean isRunnable() {
        return resumeValue != null;
    }

    boolean isAlive() {
        return continuable.isResumable();
    }

    /** @return the step that this strand waits for, or null */
    StepExecution step() {
        return step;
    }

    void setStep(StepExecution step) {
        this.step = step;
    }

    /** Lets the strand go on with a value or an exception. */
    void resume(Outcome value) {
        resumeValue = value;
        program.execution().scheduleRun();
    }

    /** Runs to the next step. */
    Outcome runNextChunk() {
        Outcome value = resumeValue;
        resumeValue = null;
        CURRENT.set(this);
        try {
            Outcome outcome = continuable.run0(value, CATEGORIES);
            if (outcome.getNormal() instanceof StepSuspension suspension) {
                suspension.settle(this);
            }
            return outcome;
        } finally {
            CURRENT.remove();
        }
    }

    /** Stops the step that the strand waits for, or throws the cause into its code. */
    void stop(Throwable cause) {
        if (step == null) {
            resume(new Outcome(null, cause));
            return;
        }
        try {
            step.stop(cause);
        } catch (Exception e) {
            cause.addSuppressed(e);
            step.getContext().onFailure(cause);
        }
    }

    boolean isInside(CpsThread other) {
        for (CpsThread each = this; each != null; each = each.parent) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }

    /** @param handler must be serializable; run when this strand is over */
    <H extends Runnable & Serializable> void whenOver(H handler) {
        completionHandlers.add(handler);
    }

    void fireOver() {
        List<Runnable> handlers = new ArrayList<>(completionHandlers);
        completionHandlers.clear();
        handlers.forEach(Runnable::run);
    }
}
