package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.plan.InstanceGroup;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import java.util.List;

/**
 * A part of a plan as the page of its gate shows it.
 *
 * @param caption what it is about
 * @param columns their headings
 * @param rows may be empty
 * @param notes lines below it
 */
record PlanTable(String caption, List<String> columns, List<Row> rows, List<String> notes) {
    /**
     * A row.
     *
     * @param kind what it stands for, which decides its colour
     * @param cells one for each column
     */
    record Row(Kind kind, List<String> cells) {}

    /** What a row can stand for. */
    enum Kind {
        ADD,
        MODIFY,
        /** Replaced, left behind or left out: to be looked at. */
        WARN,
        REMOVE,
        PLAIN;

        static Kind of(PlannedChange change) {
            return switch (change.action()) {
                case PlannedChange.ADD -> ADD;
                case PlannedChange.REMOVE -> REMOVE;
                default -> change.replaces() ? WARN : MODIFY;
            };
        }

        static Kind of(ParameterChange change) {
            return switch (change.kind()) {
                case ADD -> ADD;
                case REMOVE -> REMOVE;
                case MODIFY, SECRET -> MODIFY;
                case SAME -> PLAIN;
            };
        }

        static Kind of(InstanceGroup group) {
            return switch (group.change()) {
                case CREATE -> ADD;
                case UPDATE -> MODIFY;
                case OUTDATED, INOPERABLE -> WARN;
                case UNCHANGED -> PLAIN;
            };
        }
    }
}
