package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of parameters in JSON or YAML, told apart by the content, in one of three forms:
 *
 * <ul>
 *   <li>a list of entries: {@code [{"ParameterKey": "A", "ParameterValue": "x"}, {"ParameterKey": "B", "UsePreviousValue":
 *       true}]} (AWS CLI, CodePipeline); an entry with a key alone, or a value of null, resets the parameter;
 *   <li>a map of values: {@code A: x};
 *   <li>a map of the sections Parameters (in either form), Tags (a map, or a list of Key and Value) and StackPolicy (a map) and
 *       nothing else (CodePipeline's template configuration file). A map whose only keys are among these is taken for it.
 * </ul>
 *
 * Values are what the clouds expect: texts; numbers and words such as {@code yes} or {@code 0755} as they are written,
 * booleans as {@code true} and {@code false}; lists and maps as JSON.
 *
 * @param parameters from {@link ParameterSource#FILE}
 * @param tags in the order of the file; unmodifiable
 * @param stackPolicy as JSON; null when the file has none
 * @param notes what was left out, for people; no values
 */
public record ParameterFile(
        Parameters parameters,
        Map<String, String> tags,
        @CheckForNull String stackPolicy,
        List<String> notes) {
    /** Far more than 200 parameters need. */
    public static final int MAX_BYTES = 1_048_576;

    public ParameterFile {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file.
     *
     * @param name what people call it, usually a path relative to the workspace; used in messages
     * @throws TemplateException when it is larger than {@link #MAX_BYTES}, not readable (see {@link Template#parse}), or of
     *     another form; the message has the place and no values
     */
    public static ParameterFile parse(String name, byte[] content) throws TemplateException {
        return new ParameterFileReader(name)
                .read(Document.read(name, content, MAX_BYTES).root());
    }
}
