package io.jenkins.plugins.stackdeploy.localcloud.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the texts are that requests name by URL, such as TemplateURL. Nothing is ever downloaded. */
public interface TemplateStore {
    /**
     * Returns what a URL stands for, or empty if there is nothing.
     *
     * @param url as the request has it
     */
    Optional<byte[]> read(String url);

    /** Returns a store in front of this one: what it knows counts first. */
    default TemplateStore or(TemplateStore other) {
        return url -> read(url).or(() -> other.read(url));
    }

    /** A store that tests fill by hand. Safe for use by several threads. */
    final class Registered implements TemplateStore {
        private final Map<String, byte[]> byUrl = new ConcurrentHashMap<>();

        /** Registers what a URL stands for. */
        public void put(String url, byte[] content) {
            byUrl.put(url, content.clone());
        }

        @Override
        public Optional<byte[]> read(String url) {
            return Optional.ofNullable(byUrl.get(url)).map(byte[]::clone);
        }
    }
}
