package io.jenkins.plugins.stackdeploy.report;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read lately of deployments, so that any number of people may look on. Softly held: it goes when memory is short.
 * Safe for use by many threads.
 */
final class ViewCache {
    /** Several of the largest builds at a time: with fewer than one has, each look at it would read all of it anew. */
    private static final int MOST = 1024;

    private final Reader reader;
    private final Map<Path, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
            return size() > MOST;
        }
    };

    /**
     * An empty cache.
     *
     * @param reader reads what is not known yet, at most once at a time for each file
     */
    ViewCache(Reader reader) {
        this.reader = reader;
    }

    /** Reads the file of a deployment. */
    @FunctionalInterface
    interface Reader {
        /**
         * Reads it.
         *
         * @param id the deployment's id
         * @param file its entries
         * @return what to show; empty as long as nothing has begun
         * @throws IOException when the file cannot be read
         */
        Optional<DeploymentView> read(String id, Path file) throws IOException;
    }

    /**
     * What to show of a deployment.
     *
     * @param file its entries, in a directory that is called by its id
     * @return as of now; empty as long as nothing has begun
     * @throws IOException when the file cannot be read
     */
    Optional<DeploymentView> get(Path file) throws IOException {
        Kept one;
        synchronized (kept) {
            one = kept.computeIfAbsent(file, Kept::new);
        }
        return one.view();
    }

    private record Read(FileStamp stamp, Optional<DeploymentView> view) {}

    private final class Kept {
        private final Path file;
        private SoftReference<Read> last = new SoftReference<>(null);

        Kept(Path file) {
            this.file = file;
        }

        /** Held while reading: people who look at the same time wait for one reading instead of each doing it. */
        synchronized Optional<DeploymentView> view() throws IOException {
            FileStamp stamp = FileStamp.of(file);
            Read known = last.get();
            if (known == null || !known.stamp.equals(stamp)) {
                String id = String.valueOf(file.getParent().getFileName());
                known = new Read(stamp, reader.read(id, file));
                last = new SoftReference<>(known);
            }
            return known.view;
        }
    }
}
