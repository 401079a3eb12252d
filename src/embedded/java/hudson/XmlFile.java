package hudson;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import hudson.util.XStream2;
import io.jenkins.plugins.stackdeploy.engine.Disk;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** An object graph kept in an XML file, replaced as a whole so that a crash leaves the old or the new text. */
public final class XmlFile {
    private final XStream xstream;
    private final File file;

    public XmlFile(File file) {
        this(new XStream2(), file);
    }

    public XmlFile(XStream xstream, File file) {
        this.xstream = xstream;
        this.file = file;
    }

    public File getFile() {
        return file;
    }

    public boolean exists() {
        return file.exists();
    }

    /** @throws IOException if the file is missing or does not hold an object graph */
    public Object read() throws IOException {
        try {
            return xstream.fromXML(Files.readString(file.toPath(), StandardCharsets.UTF_8));
        } catch (XStreamException e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    /** Fills the given object from the file. */
    public Object unmarshal(Object target) throws IOException {
        try {
            return xstream.fromXML(Files.readString(file.toPath(), StandardCharsets.UTF_8), target);
        } catch (XStreamException e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    /** Writes the object graph to a new file beside the old one, forces it to the disk and puts it in its place. */
    public void write(Object graph) throws IOException {
        Path target = file.toPath().toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempFile(target.getParent(), file.getName(), ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                out.write("<?xml version='1.1' encoding='UTF-8'?>\n".getBytes(StandardCharsets.UTF_8));
                out.write(xstream.toXML(graph).getBytes(StandardCharsets.UTF_8));
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                Disk.force(channel);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (XStreamException e) {
            throw new IOException("Unable to write " + file, e);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file.toPath());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
