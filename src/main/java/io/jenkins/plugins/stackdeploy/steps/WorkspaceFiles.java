package io.jenkins.plugins.stackdeploy.steps;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jenkins.agents.ControllerToAgentFileCallable;

/** Reads files of the workspace, on the agent: bounded in size, and nothing outside, links resolved. */
final class WorkspaceFiles {
    private final FilePath workspace;

    /**
     * A reader.
     *
     * @param workspace the workspace; null when the step runs outside of a node
     */
    WorkspaceFiles(FilePath workspace) {
        this.workspace = workspace;
    }

    /**
     * Reads a file.
     *
     * @param path relative to the workspace
     * @param most the most bytes it may have
     * @return the bytes
     * @throws StackDeployException when there is no such file in the workspace, or it is too large
     * @throws IOException when the agent cannot be reached
     */
    byte[] read(String path, int most) throws IOException, InterruptedException {
        if (workspace == null) {
            throw new StackDeployException(Messages.File_noWorkspace(path));
        }
        Answer answer = workspace.act(new Reader(path, most));
        return switch (answer.result) {
            case READ -> answer.bytes;
            case MISSING -> throw new StackDeployException(Messages.File_missing(path));
            case OUTSIDE -> throw new StackDeployException(Messages.File_outside(path));
            case NOT_A_FILE -> throw new StackDeployException(Messages.File_notAFile(path));
            case TOO_LARGE ->
                throw new StackDeployException(
                        Messages.File_tooLarge(path, String.valueOf(answer.size), String.valueOf(most)));
        };
    }

    /**
     * Writes a file.
     *
     * @param path relative to the workspace; missing folders are made
     * @param bytes its content
     * @throws StackDeployException when the path leads out of the workspace
     * @throws IOException when it cannot be written
     */
    void write(String path, byte[] bytes) throws IOException, InterruptedException {
        if (!workspace.act(new Writer(path, bytes))) {
            throw new StackDeployException(Messages.File_outside(path));
        }
    }

    private enum Result {
        READ,
        MISSING,
        OUTSIDE,
        NOT_A_FILE,
        TOO_LARGE
    }

    private static final class Answer implements Serializable {
        private static final long serialVersionUID = 1;
        private final Result result;
        private final byte[] bytes;
        private final long size;

        Answer(Result result, byte[] bytes, long size) {
            this.result = result;
            this.bytes = bytes;
            this.size = size;
        }
    }

    /** The place of a path in a folder; null when it is no path, or leads out by its text alone. */
    private static Path inside(File root, String path) {
        try {
            Path wanted = Path.of(path);
            Path inside = root.toPath().resolve(wanted).normalize();
            boolean out =
                    wanted.isAbsolute() || !inside.startsWith(root.toPath().normalize());
            return out ? null : inside;
        } catch (InvalidPathException odd) {
            return null;
        }
    }

    /** Runs where the workspace is. */
    private static final class Reader implements ControllerToAgentFileCallable<Answer> {
        private static final long serialVersionUID = 1;
        private final String path;
        private final int most;

        Reader(String path, int most) {
            this.path = path;
            this.most = most;
        }

        @Override
        public Answer invoke(File root, VirtualChannel channel) throws IOException {
            Path inside = inside(root, path);
            if (inside == null) {
                return new Answer(Result.OUTSIDE, null, 0);
            }
            if (!Files.exists(inside)) {
                return new Answer(Result.MISSING, null, 0);
            }
            Path real = inside.toRealPath();
            if (!real.startsWith(root.toPath().toRealPath())) {
                return new Answer(Result.OUTSIDE, null, 0);
            }
            if (!Files.isRegularFile(real)) {
                return new Answer(Result.NOT_A_FILE, null, 0);
            }
            try (InputStream in = Files.newInputStream(real)) {
                byte[] bytes = in.readNBytes(most + 1);
                return bytes.length > most
                        ? new Answer(Result.TOO_LARGE, null, Files.size(real))
                        : new Answer(Result.READ, bytes, bytes.length);
            }
        }
    }

    /** Runs where the workspace is. Answers whether the path stays inside. */
    private static final class Writer implements ControllerToAgentFileCallable<Boolean> {
        private static final long serialVersionUID = 1;
        private final String path;
        private final byte[] bytes;

        Writer(String path, byte[] bytes) {
            this.path = path;
            this.bytes = bytes;
        }

        @Override
        public Boolean invoke(File root, VirtualChannel channel) throws IOException {
            Path inside = inside(root, path);
            if (inside == null) {
                return false;
            }
            Path folder = inside.getParent();
            Files.createDirectories(folder);
            Path realRoot = root.toPath().toRealPath();
            boolean leadsOut = !folder.toRealPath().startsWith(realRoot)
                    || (Files.exists(inside) && !inside.toRealPath().startsWith(realRoot));
            if (leadsOut) {
                return false;
            }
            Files.write(inside, bytes);
            return true;
        }
    }
}
