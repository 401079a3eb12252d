package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Something nested in the arguments of a step. */
public final class Shape extends AbstractDescribableImpl<Shape> {
    private final String name;
    private int sides = 3;

    @DataBoundConstructor
    public Shape(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public int getSides() {
        return sides;
    }

    @DataBoundSetter
    public void setSides(int sides) {
        this.sides = sides;
    }

    @Override
    public String toString() {
        return name + "/" + sides;
    }

    /** Describes the shape. */
    public static final class DescriptorImpl extends Descriptor<Shape> {}
}
