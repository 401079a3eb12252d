package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** A closure of a script. Groovy gives every object a few methods of its own that must mean the script's here. */
public final class PipelineClosure extends CpsClosure {
    private static final long serialVersionUID = 1L;

    /** Called by compiled scripts. */
    public PipelineClosure(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    /** The step of this name. */
    public Object sleep(long time) {
        return InvokerHelper.invokeMethod(getOwner(), "sleep", time);
    }

    /** Writes to the build's console. */
    public void println(Object text) {
        InvokerHelper.invokeMethod(getOwner(), "println", new Object[] {text});
    }

    /** Writes to the build's console. */
    public void println() {
        println("");
    }

    /** Writes to the build's console. */
    public void print(Object text) {
        println(text);
    }
}
