package hudson.model;

import java.io.IOException;

/** Something that can write itself to the disk. */
public interface Saveable {
    /** Does nothing. */
    Saveable NOOP = () -> {};

    void save() throws IOException;
}
