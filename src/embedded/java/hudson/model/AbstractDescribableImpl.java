package hudson.model;

/** A {@link Describable} whose descriptor is a nested class. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {}
