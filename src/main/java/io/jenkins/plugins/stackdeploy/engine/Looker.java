package io.jenkins.plugins.stackdeploy.engine;

import java.util.Collection;
import java.util.Map;

/** Looks at many things of a group with one call. */
public interface Looker {
    /**
     * How many ids one look takes.
     *
     * @return at least 1
     */
    int most();

    /**
     * Looks once.
     *
     * @param ids at most {@link #most()} ids
     * @return what was seen, by id; an id that is missing was not seen, which does not prove that it is gone
     * @throws CloudException when the call failed
     * @throws OverBudgetException when the group's calls are used up for now
     */
    Map<String, ? extends Look> look(Collection<String> ids) throws CloudException;
}
