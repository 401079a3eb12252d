package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.util.Set;

/**
 * How an operation is to be carried out.
 *
 * @param requestId the request behind it
 * @param disableRollback whether a failure leaves things as they are
 * @param rollingBack whether it undoes a failed operation of the outer stack
 * @param retainAll whether a delete keeps every resource
 * @param retained resources that a delete keeps
 * @param recreated resources to make anew although they are there
 */
public record Order(
        String requestId,
        boolean disableRollback,
        boolean rollingBack,
        boolean retainAll,
        Set<String> retained,
        Set<String> recreated) {

    /** Returns an order for a create or an update. */
    public static Order build(String requestId, boolean disableRollback) {
        return new Order(requestId, disableRollback, false, false, Set.of(), Set.of());
    }

    /** Returns an order for a delete. */
    public static Order delete(String requestId, boolean retainAll, Set<String> retained) {
        return new Order(requestId, true, false, retainAll, Set.copyOf(retained), Set.of());
    }

    /** Returns an order for going on with a failed create. */
    public static Order resume(String requestId, boolean disableRollback, Set<String> recreated) {
        return new Order(requestId, disableRollback, false, false, Set.of(), Set.copyOf(recreated));
    }

    /** Returns an order for a stack inside, which never rolls back by itself. */
    static Order nested(String requestId, boolean rollingBack) {
        return new Order(requestId, true, rollingBack, false, Set.of(), Set.of());
    }
}
