package org.jenkinsci.remoting;

/** Knows the role of this machine. */
public abstract class RoleChecker {}
