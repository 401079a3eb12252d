package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.List;

/** Finds the variables in the text of a Fn::Sub. */
final class Variables {
    private Variables() {}

    /** The names in {@code ${Name}}, without blanks around them; {@code ${!Literal}} and {@code ${}} are none. */
    static List<String> of(String text) {
        List<String> names = new ArrayList<>();
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            int name = start + 2;
            boolean none = end == name || text.charAt(name) == '!';
            if (!none) {
                names.add(text.substring(name, end).strip());
            }
            start = text.indexOf("${", none ? name : end);
        }
        return names;
    }
}
