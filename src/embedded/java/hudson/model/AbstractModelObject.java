package hudson.model;

/** The base of what Jenkins shows. */
public abstract class AbstractModelObject implements ModelObject {}
