package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Disk;
import io.jenkins.plugins.stackdeploy.engine.GoneException;
import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.PrintedMark;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The files of one deployment, in the directory {@code stack-deploy} beside the build's build.xml: what was asked for,
 * how far it has got, and what happened. They go with the build when it is deleted. They hold no secrets.
 */
public final class DeploymentFiles {
    private static final Logger LOGGER = Logger.getLogger(DeploymentFiles.class.getName());

    /** The name of the folder beside build.xml. */
    static final String FOLDER = "stack-deploy";

    /** The name of the file with what happened. */
    static final String EVENTS = "events.jsonl";

    private final Supplier<Path> directory;
    /** The build that they go with; null when they are nobody's. */
    private final Run<?, ?> build;

    /**
     * The files of a deployment. They are looked for anew each time: a job may be moved while it runs, and takes its builds along.
     *
     * @param run the build
     * @param id unique in the build; letters, digits and hyphens
     */
    public DeploymentFiles(Run<?, ?> run, String id) {
        this.directory = () -> run.getRootDir().toPath().resolve(FOLDER).resolve(id);
        this.build = run;
    }

    /**
     * The files in a directory.
     *
     * @param directory made when something is first saved
     */
    public DeploymentFiles(Path directory) {
        this.directory = () -> directory;
        this.build = null;
    }

    /**
     * Keeps what was asked for.
     *
     * @param request a value of records, strings, numbers, lists and maps
     * @throws IOException when it could not be saved
     */
    public void saveRequest(Object request) throws IOException {
        write("request.json", request);
    }

    /**
     * What was asked for.
     *
     * @param type the request's type
     * @return the request; empty when none was saved
     * @throws IOException when it cannot be read; when it is damaged, with a message for people
     */
    public <T> Optional<T> request(Class<T> type) throws IOException {
        return read("request.json", type);
    }

    /**
     * How far it has got.
     *
     * @param type the operation's type
     * @return the facts; empty when none were saved
     * @throws IOException when they cannot be read; when they are damaged, with a message for people: to begin anew might do
     *     a thing twice
     */
    public <T extends Operation> Optional<T> operation(Class<T> type) throws IOException {
        return read("operation.json", type);
    }

    /** Keeps how far it has got; durable when it returns. */
    public Journal<Operation> journal() {
        return operation -> write("operation.json", operation);
    }

    /** Remembers which of the saved lines have been printed. Not forced to the disk: only the process may die in between. */
    public PrintedMark printed() {
        return new PrintedFile(() -> path("printed"));
    }

    /**
     * Where another file beside these is kept; its directory is made when something is first saved.
     *
     * @param name the file's name
     * @return its path
     */
    public Path path(String name) {
        return directory.get().resolve(name);
    }

    /**
     * Keeps what happens for the page. {@link #saveRequest} comes first.
     *
     * @param masking hides secrets
     * @return the recorder; one for each deployment and process
     */
    public Recorder recorder(Masking masking) {
        return new EventFile(() -> path(EVENTS), masking, EventLimits.USUAL);
    }

    /** Forgets all that is kept; there need not be anything. */
    public void delete() throws IOException {
        if (!Files.isDirectory(directory.get())) {
            return;
        }
        try (Stream<Path> all = Files.list(directory.get())) {
            for (Path each : all.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(directory.get());
    }

    /**
     * Reads another file beside these.
     *
     * @param name the file's name
     * @param type the value's type
     * @return the value; empty when none was saved
     * @throws IOException when it cannot be read
     */
    public <T> Optional<T> read(String name, Class<T> type) throws IOException {
        Path file = path(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            T value = ReportJson.WHOLE.forType(type).readValue(Files.readAllBytes(file));
            if (value != null) {
                return Optional.of(value);
            }
            throw new AbortException(Messages.Files_damaged(file));
        } catch (JsonProcessingException damaged) {
            LOGGER.log(Level.FINE, "A file of a build is damaged: " + file, damaged);
            throw new AbortException(Messages.Files_damaged(file));
        }
    }

    /**
     * Keeps another file beside these; durable, whole or not at all, when it returns.
     *
     * @param name the file's name
     * @param value a value of records, strings, numbers, lists and maps
     * @throws GoneException when the build was deleted: of a directory that is left over Jenkins thinks that it is a build
     * @throws IOException when it could not be saved
     */
    public void write(String name, Object value) throws IOException {
        if (build != null && !build.getRootDir().isDirectory()) {
            throw new GoneException(build.getRootDir() + " was deleted");
        }
        Path folder = directory.get();
        Files.createDirectories(folder);
        Path whole = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(
                    ReportJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Disk.force(channel);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
