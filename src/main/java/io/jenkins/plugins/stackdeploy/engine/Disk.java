package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Makes what was written outlive a loss of power. */
public final class Disk {
    /**
     * Jenkins' own switch, with which it saves its files: {@code true} trusts the operating system to write in time. For
     * controllers on disks so slow that every save is felt.
     */
    public static final String NOT_FORCED = "hudson.util.AtomicFileWriter.DISABLE_FORCED_FLUSH";

    private Disk() {}

    /**
     * Returns when everything that was written to a file is on its disk, unless {@link #NOT_FORCED} is set.
     *
     * @param channel open
     * @throws IOException when it could not be written
     */
    public static void force(FileChannel channel) throws IOException {
        if (!Boolean.getBoolean(NOT_FORCED)) {
            channel.force(true);
        }
    }
}
