package io.jenkins.plugins.stackdeploy.embedded.config;

import hudson.model.Descriptor;
import io.jenkins.plugins.stackdeploy.embedded.cps.NearestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Settings and credentials in the form that the Configuration as Code plugin reads:
 *
 * <pre>
 * credentials:
 *   system:
 *     domainCredentials:
 *       - credentials:
 *           - usernamePassword: {scope: GLOBAL, id: key, username: AK, password: "${SECRET}"}
 * unclassified:
 *   location: {url: "https://jenkins.example.com/"}
 *   stackDeploy: ...
 * </pre>
 *
 * <code>${NAME}</code> stands for an environment variable, <code>${NAME:-text}</code> for that or the text.
 */
public final class ConfigurationFile {
    private static final Logger LOGGER = Logger.getLogger(ConfigurationFile.class.getName());

    private static final String LOCATION = "location";

    private final Map<?, ?> document;

    private ConfigurationFile(Map<?, ?> document) {
        this.document = document;
    }

    /** @throws IOException if the file cannot be read or is not a map in YAML */
    public static ConfigurationFile read(Path file) throws IOException {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(file, StandardCharsets.UTF_8));
            Object substituted = new Substitution(System.getenv()).in(loaded);
            if (substituted instanceof Map<?, ?> map) {
                return new ConfigurationFile(map);
            }
        } catch (YAMLException e) {
            throw new IOException(file + " is not valid YAML: " + e.getMessage(), e);
        }
        throw new IOException(file + " does not hold a map");
    }

    /**
     * Sets what the file says.
     *
     * @param credentials where the credentials go
     * @param rootUrl gets the address of Jenkins, if the file says it
     * @throws IllegalArgumentException if the file names a setting that does not exist, or a value does not fit
     */
    public void apply(SystemCredentials credentials, Consumer<String> rootUrl) {
        document.forEach((key, value) -> {
            switch (String.valueOf(key)) {
                case "credentials" -> CredentialsSection.of(value).forEach(credentials::add);
                case "unclassified", "security", "tool" -> applyGlobal(value, rootUrl);
                default -> LOGGER.log(Level.INFO, "The settings in \"{0}\" mean nothing here", key);
            }
        });
    }

    private static void applyGlobal(Object section, Consumer<String> rootUrl) {
        Binding.map(section).forEach((symbol, settings) -> {
            if (symbol.equals(LOCATION)) {
                rootUrl.accept(String.valueOf(at(settings, "url")));
                return;
            }
            Map<String, GlobalConfiguration> known = known();
            GlobalConfiguration target = known.get(symbol);
            if (target == null) {
                throw new IllegalArgumentException("No global configuration has the symbol '" + symbol + "'"
                        + NearestName.hint(symbol, known.keySet()));
            }
            new Binding().fill(target, Binding.map(settings), symbol);
            target.save();
        });
    }

    private static Map<String, GlobalConfiguration> known() {
        Map<String, GlobalConfiguration> known = new TreeMap<>();
        for (Descriptor<?> each : GlobalConfiguration.all()) {
            SymbolLookup.getSymbolValue(each.getClass())
                    .forEach(symbol -> known.put(symbol, (GlobalConfiguration) each));
        }
        return known;
    }

    /** What stands below several keys, one below the other. */
    static Object at(Object value, String... path) {
        Object found = value;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
