package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;

/**
 * What becomes different of something that is neither template nor parameter, such as tags. Texts come from a cloud or a user
 * and are made printable here, once for all readers.
 *
 * @param name the name of the step's argument
 * @param before what it is; null for nothing
 * @param after what it will be; null for nothing
 */
public record SettingChange(String name, String before, String after) {
    /** Makes the texts printable. */
    public SettingChange {
        name = Text.oneLine(name);
        before = before == null ? null : Text.printable(before);
        after = after == null ? null : Text.printable(after);
    }
}
