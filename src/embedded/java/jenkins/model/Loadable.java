package jenkins.model;

import java.io.IOException;

/** Something that can read itself from the disk. */
public interface Loadable {
    void load() throws IOException;
}
