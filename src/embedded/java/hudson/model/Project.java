package hudson.model;

import hudson.tasks.Builder;
import java.util.List;

/** A job that is a list of build steps. */
public abstract class Project<P extends Project<P, B>, B extends Build<P, B>> extends AbstractProject<P, B>
        implements Saveable {
    protected Project(ItemGroup parent, String name) {
        super(parent, name);
    }

    public List<Builder> getBuilders() {
        return List.of();
    }
}
