package hudson;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A file or folder on an agent. The stand-in knows the controller's own machine alone. */
public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    private final String remote;

    public FilePath(VirtualChannel channel, String remote) {
        this.remote = normalize(remote);
    }

    public FilePath(File localPath) {
        this.remote = normalize(localPath.getPath());
    }

    /** @param relative taken as it is when absolute */
    public FilePath(FilePath base, String relative) {
        this.remote = new File(relative).isAbsolute() ? normalize(relative) : normalize(base.remote + '/' + relative);
    }

    private static String normalize(String path) {
        String normal = Path.of(path).normalize().toString();
        return normal.isEmpty() ? "." : normal;
    }

    /** Code that runs where the file is. */
    public interface FileCallable<T> extends Serializable, RoleSensitive {
        /**
         * @param f the file, local to this code
         * @param channel the way back to the controller
         */
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    /** Runs code where this file is and hands its answer back. */
    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return callable.invoke(new File(remote), null);
    }

    /** @return the path in the form of the machine it is on */
    public String getRemote() {
        return remote;
    }

    public String getName() {
        return new File(remote).getName();
    }

    /** @return the part of the name before its last dot */
    public String getBaseName() {
        String name = getName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** @return null for a root */
    public FilePath getParent() {
        String parent = new File(remote).getParent();
        return parent == null ? null : new FilePath(new File(parent));
    }

    public FilePath child(String relativeOrAbsolute) {
        return new FilePath(this, relativeOrAbsolute);
    }

    public FilePath sibling(String relative) {
        return getParent().child(relative);
    }

    public FilePath withSuffix(String suffix) {
        return new FilePath(new File(remote + suffix));
    }

    public FilePath absolutize() throws IOException, InterruptedException {
        return new FilePath(path().toAbsolutePath().toFile());
    }

    public boolean isRemote() {
        return false;
    }

    /** @return null: everything is on the controller's machine */
    public VirtualChannel getChannel() {
        return null;
    }

    public boolean exists() throws IOException, InterruptedException {
        return Files.exists(path());
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return Files.isDirectory(path());
    }

    /** @return bytes; 0 for a file that does not exist */
    public long length() throws IOException, InterruptedException {
        return new File(remote).length();
    }

    /** @return milliseconds since 1970 */
    public long lastModified() throws IOException, InterruptedException {
        return new File(remote).lastModified();
    }

    /** @throws NoSuchFileException if there is no such file */
    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(path());
    }

    public String readToString() throws IOException, InterruptedException {
        return Files.readString(path(), StandardCharsets.UTF_8);
    }

    /** Opens the file for writing, with the folders it needs. */
    public OutputStream write() throws IOException, InterruptedException {
        return Files.newOutputStream(withParents());
    }

    /** @param encoding name of a charset; null means UTF-8 */
    public void write(String content, String encoding) throws IOException, InterruptedException {
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        Files.writeString(withParents(), content, charset);
    }

    private Path withParents() throws IOException {
        Path parent = path().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return path();
    }

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(path());
    }

    /** @return whether there was something to delete */
    public boolean delete() throws IOException, InterruptedException {
        return Files.deleteIfExists(path());
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        if (!Files.exists(path())) {
            return;
        }
        try (Stream<Path> all = Files.walk(path())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** @return the files and folders directly in this folder, by name */
    public List<FilePath> list() throws IOException, InterruptedException {
        List<FilePath> children = new ArrayList<>();
        try (Stream<Path> all = Files.list(path())) {
            all.sorted().forEach(child -> children.add(new FilePath(child.toFile())));
        }
        return children;
    }

    /** @return a new folder in this one, readable to its owner alone */
    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        Path made = Files.createTempDirectory(path(), prefix + (suffix == null ? "" : "." + suffix));
        return new FilePath(made.toFile());
    }

    public Launcher createLauncher(TaskListener listener) throws IOException, InterruptedException {
        return new Launcher.LocalLauncher(listener);
    }

    private Path path() {
        return Path.of(remote);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePath that && remote.equals(that.remote);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(remote);
    }

    @Override
    public String toString() {
        return remote;
    }
}
