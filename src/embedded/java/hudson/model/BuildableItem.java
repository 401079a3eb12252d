package hudson.model;

/** A job that can wait in the queue. */
public interface BuildableItem extends Item, Queue.Task {}
