package org.jenkinsci.remoting;

import java.io.Serializable;

/** Serializable on its way to another machine, never to the disk. */
public interface SerializableOnlyOverRemoting extends Serializable {}
