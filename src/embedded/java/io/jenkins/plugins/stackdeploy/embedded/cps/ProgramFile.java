package io.jenkins.plugins.stackdeploy.embedded.cps;

import hudson.Launcher;
import hudson.model.TaskListener;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.engine.Disk;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The program on the disk. A crash leaves either the program before or the program after a save. */
final class ProgramFile {
    private final Path file;
    private final Boundaries boundaries;

    ProgramFile(Path directory, Boundaries boundaries) {
        this.file = directory.resolve("program.dat");
        this.boundaries = boundaries;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** @throws NotSerializableException if something in the program cannot be saved */
    void write(CpsProgram program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Writer(bytes)) {
            out.writeObject(program);
        }
        Path fresh = file.resolveSibling("program.dat.tmp");
        boundaries.reached("before the program is written");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            Disk.force(channel);
        }
        boundaries.reached("before the program is put in place");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        boundaries.reached("after the program was saved");
    }

    /** @param loader knows the classes of the script */
    CpsProgram read(ClassLoader loader, ExecutionHandle handle) throws IOException {
        ExecutionHandle.reading(handle);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ObjectInputStream objects = new Reader(in, loader)) {
            return (CpsProgram) objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("Failed to load " + file, e);
        } finally {
            ExecutionHandle.reading(null);
        }
    }

    /** Refuses what Jenkins would refuse too, and keeps secrets encrypted. */
    private static final class Writer extends ObjectOutputStream {
        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) throws IOException {
            if (object instanceof Secret secret) {
                return new EncryptedSecret(secret.getEncryptedValue());
            }
            if (object instanceof TaskListener || object instanceof Launcher) {
                throw new NotSerializableException(
                        object.getClass().getName() + " belongs to the running process: make the field transient");
            }
            return object;
        }
    }

    private record EncryptedSecret(String value) implements Serializable {
        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            return Secret.fromString(value);
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader loader;

        Reader(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass saved = super.readClassDescriptor();
            Class<?> present;
            try {
                present = Class.forName(saved.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return saved;
            }
            // The script is compiled anew: its classes carry the same fields, but generated names change their id.
            boolean fromScript = present.getClassLoader() instanceof groovy.lang.GroovyClassLoader;
            ObjectStreamClass fresh = fromScript ? ObjectStreamClass.lookup(present) : null;
            return fresh == null ? saved : fresh;
        }
    }
}
