package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.approval.PlanKeeper;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Plans for gates, and from files. */
@Extension
public final class GatePlans extends PlanKeeper {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    @Override
    public Map<?, ?> read(FilePath workspace, String file) throws IOException, InterruptedException {
        return read(new WorkspaceFiles(workspace), file);
    }

    @Override
    public void dismiss(Run<?, ?> run, String digest) {
        PlanRemoval.reject(run, digest);
    }

    /**
     * Reads what a plan step has written.
     *
     * @param files those of the workspace
     * @param file the path of one
     * @return what is there, which need not be a plan
     * @throws StackDeployException when there is no such file, or it holds no JSON object
     */
    static Map<?, ?> read(WorkspaceFiles files, String file) throws IOException, InterruptedException {
        byte[] bytes = files.read(file, MOST_BYTES);
        try {
            Map<?, ?> read = new ObjectMapper().readValue(new String(bytes, StandardCharsets.UTF_8), Map.class);
            return read == null ? Map.of() : read;
        } catch (JsonProcessingException odd) {
            throw new StackDeployException(Messages.Input_planFile(file, Text.oneLine(odd.getOriginalMessage())));
        }
    }
}
