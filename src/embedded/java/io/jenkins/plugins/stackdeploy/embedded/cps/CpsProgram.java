package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.Closure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Everything that is saved of a running Pipeline. Only the one thread of the execution touches it. */
final class CpsProgram implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExecutionHandle handle;
    // Steps that are answered from outside look their threads up while the program goes on.
    private final ConcurrentSkipListMap<Integer, CpsThread> threads = new ConcurrentSkipListMap<>();
    private final Map<Integer, Closure<?>> bodies = new HashMap<>();
    /** What the script set with {@code env.NAME = value}. */
    private final TreeMap<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private int lastId = 1;

    CpsProgram(ExecutionHandle handle) {
        this.handle = handle;
    }

    PipelineExecution execution() {
        return handle.execution();
    }

    ExecutionHandle handle() {
        return handle;
    }

    /** Counts up: the ids of strands, bodies and nodes in the graph. */
    int nextId() {
        return ++lastId;
    }

    Map<String, String> environment() {
        return environment;
    }

    CpsThread addThread(Continuable continuable, CpsThread parent, ContextVariables variables) {
        CpsThread thread = new CpsThread(this, nextId(), parent, continuable, variables);
        threads.put(thread.id, thread);
        return thread;
    }

    void remove(CpsThread thread) {
        threads.remove(thread.id);
    }

    /** @return null if that strand is over */
    CpsThread thread(int id) {
        return threads.get(id);
    }

    /** @return the strands, oldest first */
    List<CpsThread> threads() {
        return new ArrayList<>(threads.values());
    }

    int export(Closure<?> body) {
        int id = nextId();
        bodies.put(id, body);
        return id;
    }

    Closure<?> body(int id) {
        return bodies.get(id);
    }

    void unexport(int id) {
        bodies.remove(id);
    }

    /** @return a strand inside the given one that is not over yet, or null */
    CpsThread childOf(CpsThread thread) {
        return threads().stream()
                .filter(each -> each.parent == thread)
                .findFirst()
                .orElse(null);
    }

    /**
     * The strands that no other one waits for, youngest first: those to stop when the program is to stop.
     *
     * @param within look only inside this strand; null for everywhere
     */
    List<CpsThread> innermost(CpsThread within) {
        Set<CpsThread> waiting = new HashSet<>();
        threads.values().forEach(each -> waiting.add(each.parent));
        List<CpsThread> found = new ArrayList<>();
        for (CpsThread each : threads.values()) {
            if (!waiting.contains(each) && (within == null || each.isInside(within))) {
                found.add(each);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** @return the steps that strands wait for, oldest first */
    List<StepExecution> steps() {
        List<StepExecution> steps = new ArrayList<>();
        for (CpsThread each : threads.values()) {
            if (each.step() != null) {
                steps.add(each.step());
            }
        }
        return steps;
    }
}
