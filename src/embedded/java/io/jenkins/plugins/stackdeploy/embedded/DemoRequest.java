package io.jenkins.plugins.stackdeploy.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * What the demo was asked to run. It is the first thing written to the home, so that even a run that was killed before
 * its build existed can be resumed.
 *
 * @param script the text of the Jenkinsfile
 * @param workspace the folder to check out; absolute
 */
record DemoRequest(String script, String workspace, Map<String, String> parameters) {
    private static final String FILE = "demo.json";

    static boolean existsIn(Path home) {
        return Files.exists(home.resolve(FILE));
    }

    static DemoRequest readFrom(Path home) throws IOException {
        return new ObjectMapper().readValue(home.resolve(FILE).toFile(), DemoRequest.class);
    }

    void writeTo(Path home) throws IOException {
        Files.createDirectories(home);
        File fresh = home.resolve(FILE + ".tmp").toFile();
        new ObjectMapper().writeValue(fresh, this);
        Files.move(fresh.toPath(), home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
