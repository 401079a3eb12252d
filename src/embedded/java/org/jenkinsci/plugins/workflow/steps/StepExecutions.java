package org.jenkinsci.plugins.workflow.steps;

/** Executions for steps that need no class of their own. */
public class StepExecutions {
    private StepExecutions() {}

    /** The work of a step that gives a value. */
    @FunctionalInterface
    public interface SynchronousBody<T> {
        T call(StepContext context) throws Exception;
    }

    /** The work of a step that gives nothing. */
    @FunctionalInterface
    public interface SynchronousBodyVoid {
        void call(StepContext context) throws Exception;
    }

    /** Prepares the body of a step. */
    @FunctionalInterface
    public interface BlockBody {
        void call(StepContext context, BodyInvoker bodyInvoker) throws Exception;
    }

    /** A step that is over at once. */
    public static <T> StepExecution synchronous(StepContext context, SynchronousBody<T> body) {
        return new SynchronousImpl<>(context, body);
    }

    /** A step that is over at once and gives nothing. */
    public static StepExecution synchronousVoid(StepContext context, SynchronousBodyVoid body) {
        return synchronous(context, c -> {
            body.call(c);
            return null;
        });
    }

    /** A step that works on a thread of its own. */
    public static <T> StepExecution synchronousNonBlocking(StepContext context, SynchronousBody<T> body) {
        return new SynchronousNonBlockingImpl<>(context, body);
    }

    /** A step that only surrounds its body. */
    public static StepExecution block(StepContext context, BlockBody body) {
        return new BlockImpl(context, body);
    }

    private static final class SynchronousImpl<T> extends SynchronousStepExecution<T> {
        private static final long serialVersionUID = 1L;
        private final transient SynchronousBody<T> body;

        SynchronousImpl(StepContext context, SynchronousBody<T> body) {
            super(context);
            this.body = body;
        }

        @Override
        protected T run() throws Exception {
            return body.call(getContext());
        }
    }

    private static final class SynchronousNonBlockingImpl<T> extends SynchronousNonBlockingStepExecution<T> {
        private static final long serialVersionUID = 1L;
        private final transient SynchronousBody<T> body;

        SynchronousNonBlockingImpl(StepContext context, SynchronousBody<T> body) {
            super(context);
            this.body = body;
        }

        @Override
        protected T run() throws Exception {
            return body.call(getContext());
        }
    }

    private static final class BlockImpl extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final transient BlockBody body;

        BlockImpl(StepContext context, BlockBody body) {
            super(context);
            this.body = body;
        }

        @Override
        public boolean start() throws Exception {
            BodyInvoker invoker = getContext().newBodyInvoker();
            body.call(getContext(), invoker);
            invoker.withCallback(BodyExecutionCallback.wrap(getContext())).start();
            return false;
        }
    }
}
