package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    private final String before = System.clearProperty(Disk.NOT_FORCED);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Disk.NOT_FORCED);
        } else {
            System.setProperty(Disk.NOT_FORCED, before);
        }
    }

    /** Only a channel that is to be forced minds that it is closed. */
    private static FileChannel closed(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("file"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.close();
        return channel;
    }

    @Test
    void whatIsSavedIsForcedToTheDisk(@TempDir Path folder) throws IOException {
        FileChannel closed = closed(folder);

        assertThatThrownBy(() -> Disk.force(closed)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void jenkinsOwnSwitchTurnsThatOff(@TempDir Path folder) throws IOException {
        FileChannel closed = closed(folder);
        System.setProperty(Disk.NOT_FORCED, "true");

        assertThatCode(() -> Disk.force(closed)).doesNotThrowAnyException();
    }
}
