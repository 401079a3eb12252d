package hudson.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A job configured in a form. */
public class FreeStyleProject extends Project<FreeStyleProject, FreeStyleBuild> implements TopLevelItem {
    private final transient SortedMap<Integer, FreeStyleBuild> runs =
            Collections.synchronizedSortedMap(new TreeMap<>(Collections.reverseOrder()));

    public FreeStyleProject(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    protected Class<FreeStyleBuild> getBuildClass() {
        return FreeStyleBuild.class;
    }

    @Override
    protected SortedMap<Integer, FreeStyleBuild> _getRuns() {
        return runs;
    }

    @Override
    protected void removeRun(FreeStyleBuild run) {
        runs.remove(run.getNumber());
    }
}
