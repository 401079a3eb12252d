package org.kohsuke.stapler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fills a method's parameter from the request. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface QueryParameter {
    /** The request's name for it; the parameter's own unless given. */
    String value() default "";

    boolean required() default false;

    /** Whether an empty text counts as null. */
    boolean fixEmpty() default false;
}
