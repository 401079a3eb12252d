package io.jenkins.plugins.stackdeploy.template;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What changes between two templates, whatever they are written in. */
public final class TemplateDifference {
    /** A canonical text has its aliases written out, so it may be longer than any file. */
    private static final TemplateLimits CANONICAL = new TemplateLimits(16 * Node.MAX_WEIGHT);

    /** Steps that the exact comparison may take, about a second's worth. */
    private static final long MAX_STEPS = 200_000_000;

    private TemplateDifference() {}

    /**
     * A unified diff of both templates in canonical form, one value a line. It is the shortest one, unless the templates are
     * large and have next to nothing in common.
     *
     * @param context lines around each change, 0 or more
     * @return empty when they mean the same; else lines that end with \n, but for the last
     */
    public static String unified(Template before, Template after, int context) {
        return unified(before.name(), before.root(), after.name(), after.root(), context);
    }

    /**
     * Like {@link #unified(Template, Template, int)}, for texts that {@link Template#canonical()} gave earlier.
     *
     * @throws TemplateException when one of them is no such text
     */
    public static String unified(
            String beforeName, String beforeCanonical, String afterName, String afterCanonical, int context)
            throws TemplateException {
        return unified(
                beforeName, read(beforeName, beforeCanonical), afterName, read(afterName, afterCanonical), context);
    }

    private static Node read(String name, String canonical) throws TemplateException {
        return Template.parse(name, canonical.getBytes(StandardCharsets.UTF_8), CANONICAL)
                .root();
    }

    private static String unified(String beforeName, Node before, String afterName, Node after, int context) {
        List<String> old = JsonWriter.pretty(before).lines().toList();
        List<String> fresh = JsonWriter.pretty(after).lines().toList();
        Patch<String> patch = isCostly(old, fresh) ? replaced(old, fresh) : compared(old, fresh);
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff(beforeName, afterName, old, patch, context));
    }

    /** The algorithm takes as many steps as there are lines, times those that differ, which are at least the uncommon ones. */
    private static boolean isCostly(List<String> old, List<String> fresh) {
        Map<String, Integer> unmatched = new HashMap<>();
        old.forEach(line -> unmatched.merge(line, 1, Integer::sum));
        long common = fresh.stream()
                .filter(line -> unmatched.merge(line, -1, Integer::sum) >= 0)
                .count();
        long lines = (long) old.size() + fresh.size();
        return lines * (lines - 2 * common) > MAX_STEPS;
    }

    /** The algorithm tells insertions and deletions apart. Readers expect a change in one piece, the old lines first. */
    private static Patch<String> compared(List<String> old, List<String> fresh) {
        Patch<String> patch = new Patch<>();
        Chunk<String> source = null;
        Chunk<String> target = null;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            if (source != null && continues(source, delta.getSource()) && continues(target, delta.getTarget())) {
                source = joined(source, delta.getSource());
                target = joined(target, delta.getTarget());
                continue;
            }
            if (source != null) {
                patch.addDelta(new ChangeDelta<>(source, target));
            }
            source = delta.getSource();
            target = delta.getTarget();
        }
        if (source != null) {
            patch.addDelta(new ChangeDelta<>(source, target));
        }
        return patch;
    }

    private static boolean continues(Chunk<String> chunk, Chunk<String> next) {
        return chunk.getPosition() + chunk.size() == next.getPosition();
    }

    private static Chunk<String> joined(Chunk<String> chunk, Chunk<String> next) {
        return new Chunk<>(
                chunk.getPosition(),
                Stream.concat(chunk.getLines().stream(), next.getLines().stream())
                        .toList());
    }

    private static Patch<String> replaced(List<String> old, List<String> fresh) {
        Patch<String> patch = new Patch<>();
        patch.addDelta(new ChangeDelta<>(new Chunk<>(0, old), new Chunk<>(0, fresh)));
        return patch;
    }
}
