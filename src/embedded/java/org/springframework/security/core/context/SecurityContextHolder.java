package org.springframework.security.core.context;

/** Keeps a {@link SecurityContext} for each thread. */
public class SecurityContextHolder {
    private static final ThreadLocal<SecurityContext> CONTEXT = ThreadLocal.withInitial(SecurityContextImpl::new);

    public static SecurityContext getContext() {
        return CONTEXT.get();
    }

    public static void setContext(SecurityContext context) {
        CONTEXT.set(context);
    }

    public static void clearContext() {
        CONTEXT.remove();
    }

    public static SecurityContext createEmptyContext() {
        return new SecurityContextImpl();
    }
}
