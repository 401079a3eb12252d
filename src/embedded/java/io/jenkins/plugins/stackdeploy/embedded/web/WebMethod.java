package io.jenkins.plugins.stackdeploy.embedded.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** Calls the methods of an object that a URL names: {@code doX} answers, {@code getX} and {@code getDynamic} lead on. */
final class WebMethod {
    private WebMethod() {}

    /** @return whether the object has such a method; then it has answered */
    static boolean answers(Object node, String step, WebRequest request, WebResponse response) throws IOException {
        return answers(node, method(node, "do" + capitalised(step)), request, response);
    }

    /** @return whether the object answers whatever follows in the URL */
    static boolean answersAnything(Object node, WebRequest request, WebResponse response) throws IOException {
        return answers(node, method(node, "doDynamic"), request, response);
    }

    private static Optional<Method> method(Object node, String name) {
        return Arrays.stream(node.getClass().getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst();
    }

    private static boolean answers(Object node, Optional<Method> found, WebRequest request, WebResponse response)
            throws IOException {
        if (found.isEmpty()) {
            return false;
        }
        Method method = found.get();
        boolean posts = method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(RequirePOST.class);
        if ((posts && !request.isPost()) || (method.isAnnotationPresent(GET.class) && request.isPost())) {
            response.error(405, "Not by " + request.method());
            return true;
        }
        Object answer = call(node, method, arguments(method, request, response));
        if (answer instanceof HttpResponse object) {
            response.take(object, request);
        }
        return true;
    }

    /** @return the object that the step leads to; null if there is none */
    static Object child(Object node, String step) {
        if (!isOfThePlugin(node)) {
            return null;
        }
        for (Method method : node.getClass().getMethods()) {
            boolean own = method.getDeclaringClass() != Object.class;
            if (own && method.getName().equals("get" + capitalised(step)) && method.getParameterCount() == 0) {
                return call(node, method);
            }
        }
        for (Method method : node.getClass().getMethods()) {
            if (method.getName().equals("getDynamic") && method.getParameterCount() == 1) {
                return call(node, method, step);
            }
        }
        return null;
    }

    private static boolean isOfThePlugin(Object node) {
        String name = node.getClass().getName();
        return name.startsWith("io.jenkins.plugins.stackdeploy.")
                && !name.startsWith("io.jenkins.plugins.stackdeploy.embedded.");
    }

    private static Object[] arguments(Method method, WebRequest request, WebResponse response) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, request, response))
                .toArray();
    }

    private static Object argument(Parameter parameter, WebRequest request, WebResponse response) {
        if (parameter.getType() == StaplerRequest2.class) {
            return request.asStapler();
        }
        if (parameter.getType() == StaplerResponse2.class) {
            return response.asStapler();
        }
        QueryParameter query = parameter.getAnnotation(QueryParameter.class);
        if (query == null || parameter.getType() != String.class) {
            throw new UnsupportedOperationException("the parameter " + parameter);
        }
        return request.parameter(query.value().isEmpty() ? parameter.getName() : query.value());
    }

    private static Object call(Object node, Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(node, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String capitalised(String step) {
        return step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1);
    }
}
