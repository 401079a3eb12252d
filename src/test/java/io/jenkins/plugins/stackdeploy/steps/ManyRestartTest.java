package io.jenkins.plugins.stackdeploy.steps;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A restart in the middle of 200 deployments and 50 gates: everything waits on at once, and the cloud hardly notices. */
class ManyRestartTest {
    private static final int DEPLOYMENTS = 200;
    private static final int GATES = 50;

    @TempDir
    Path folder;

    private DeployFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }
}
