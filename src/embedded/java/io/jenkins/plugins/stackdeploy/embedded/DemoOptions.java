package io.jenkins.plugins.stackdeploy.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line of the demo. */
final class DemoOptions {
    static final String USAGE = """
            Usage: demo [--yes] [--config FILE] [--workspace DIR] [--home DIR] [--param NAME=VALUE]... [JENKINSFILE]
                   demo resume --home DIR [--yes]
                   demo clouds [--ros-port N] [--cloudformation-port N] [--home DIR]

            Runs a Jenkinsfile as Jenkins would, or goes on with a run that was killed. Without --config it starts
            local clouds and a connection named demo to them; "clouds" starts only those.

              --yes          answers every question with yes
              --config FILE  credentials and settings in the form of Configuration as Code
              --workspace    the folder that is checked out; default: the current one
              --home         where builds are kept, so that they can be resumed; default: a new temporary folder
              --param        a parameter of the build
              --ros-port     the port of the local ROS; default: any
              --cloudformation-port  the port of the local CloudFormation, STS and S3; default: any
              JENKINSFILE    default: the Jenkinsfile in the workspace folder""";

    private boolean help;
    private boolean clouds;
    private int rosPort;
    private int cloudFormationPort;
    private boolean resume;
    private boolean yes;
    private Path config;
    private Path workspace = Path.of("");
    private Path home;
    private Path jenkinsfile;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private DemoOptions() {}

    /** @throws IllegalArgumentException with what is wrong */
    static DemoOptions parse(String... arguments) {
        DemoOptions options = new DemoOptions();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        if ("resume".equals(rest.peek())) {
            rest.remove();
            options.resume = true;
        } else if ("clouds".equals(rest.peek())) {
            rest.remove();
            options.clouds = true;
        }
        while (!rest.isEmpty()) {
            options.take(rest.remove(), rest);
        }
        if (options.resume && options.home == null) {
            throw new IllegalArgumentException("resume needs --home");
        }
        return options;
    }

    private void take(String argument, Deque<String> rest) {
        switch (argument) {
            case "--help":
                help = true;
                break;
            case "--ros-port":
                rosPort = port(argument, value(argument, rest));
                break;
            case "--cloudformation-port":
                cloudFormationPort = port(argument, value(argument, rest));
                break;
            case "--yes":
                yes = true;
                break;
            case "--config":
                config = Path.of(value(argument, rest));
                break;
            case "--workspace":
                workspace = Path.of(value(argument, rest));
                break;
            case "--home":
                home = Path.of(value(argument, rest));
                break;
            case "--param":
                String[] parts = value(argument, rest).split("=", 2);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("--param needs NAME=VALUE");
                }
                parameters.put(parts[0], parts[1]);
                break;
            default:
                if (argument.startsWith("-") || jenkinsfile != null || clouds) {
                    throw new IllegalArgumentException("unknown argument " + argument);
                }
                jenkinsfile = Path.of(argument);
        }
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.remove();
    }

    private static int port(String option, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " needs a port, not " + text, notANumber);
        }
        throw new IllegalArgumentException(option + " needs a port from 0 to 65535");
    }

    boolean isHelp() {
        return help;
    }

    boolean isClouds() {
        return clouds;
    }

    /** @return 0 for any */
    int rosPort() {
        return rosPort;
    }

    /** @return 0 for any */
    int cloudFormationPort() {
        return cloudFormationPort;
    }

    boolean isResume() {
        return resume;
    }

    boolean isYes() {
        return yes;
    }

    /** @return null if none was given */
    Path config() {
        return config;
    }

    Path workspace() {
        return workspace.toAbsolutePath().normalize();
    }

    /** @return null if none was given */
    Path home() {
        return home == null ? null : home.toAbsolutePath().normalize();
    }

    Path jenkinsfile() {
        return jenkinsfile == null ? workspace().resolve("Jenkinsfile") : jenkinsfile;
    }

    Map<String, String> parameters() {
        return parameters;
    }
}
