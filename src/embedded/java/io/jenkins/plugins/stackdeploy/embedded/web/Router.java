package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.AccessDeniedException3;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/**
 * Finds what a URL names, as Stapler does: {@code /job/NAME/NUMBER/ACTION/…}, then {@code getDynamic} for an object and
 * {@code doXxx} for an answer. Methods without a verb are not called; a POST needs the crumb that the pages have.
 */
final class Router {
    static final String CRUMB_HEADER = "Jenkins-Crumb";
    private static final String ADJUNCTS = "/adjuncts/";
    private static final List<String> SERVED = List.of(".js", ".css");

    private final String crumb;

    Router(String crumb) {
        this.crumb = crumb;
    }

    void answer(Exchange exchange) throws IOException {
        if (exchange.path().equals("/login")) {
            exchange.set("WWW-Authenticate", "Basic realm=\"any name, any password\"");
            exchange.text(401, "Go back after you have given a name.");
        } else if (exchange.path().startsWith(ADJUNCTS)) {
            adjunct(exchange, exchange.path().substring(ADJUNCTS.length()));
        } else if (exchange.method().equals("POST") && !crumb.equals(exchange.header(CRUMB_HEADER))) {
            exchange.text(403, "No valid crumb was included in the request");
        } else {
            try {
                route(exchange);
            } catch (AccessDeniedException3 denied) {
                exchange.text(403, denied.getMessage());
            } catch (ServletException e) {
                throw new IOException(e);
            }
        }
    }

    private static void adjunct(Exchange exchange, String path) throws IOException {
        boolean served = SERVED.stream().anyMatch(path::endsWith) && !path.contains("..");
        try (InputStream in = served ? Router.class.getResourceAsStream("/" + path) : null) {
            if (in == null) {
                exchange.text(404, "There is no " + path);
                return;
            }
            String type = path.endsWith(".js") ? "text/javascript" : "text/css";
            exchange.answer(200, type + ";charset=UTF-8", in.readAllBytes());
        }
    }

    private void route(Exchange exchange) throws IOException, ServletException {
        Deque<String> rest = new ArrayDeque<>(Arrays.stream(exchange.path().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList());
        Optional<? extends Run<?, ?>> run = run(rest);
        if (run.isEmpty()) {
            exchange.text(404, "There is no such build.");
            return;
        }
        Object node = run.get().getActions(Action.class).stream()
                .filter(action ->
                        action.getUrlName() != null && action.getUrlName().equals(rest.peek()))
                .findFirst()
                .orElse(null);
        rest.poll();
        while (node != null && !rest.isEmpty()) {
            Method answering = method(node, rest.peek());
            if (answering != null) {
                call(exchange, node, answering);
                return;
            }
            node = dynamic(node, rest.poll());
        }
        if (node == null) {
            exchange.text(404, "Not found");
        } else {
            Page.show(exchange, node, run.get(), crumb);
        }
    }

    private static Optional<Run<?, ?>> run(Deque<String> rest) {
        if (!"job".equals(rest.poll()) || rest.size() < 2) {
            return Optional.empty();
        }
        Item item = Jenkins.get().getItemByFullName(rest.poll());
        String number = rest.poll();
        return item instanceof Job<?, ?> job && number.matches("[0-9]{1,9}")
                ? Optional.ofNullable(job.getBuildByNumber(Integer.parseInt(number)))
                : Optional.empty();
    }

    private static Method method(Object node, String segment) {
        String name = "do" + segment.substring(0, 1).toUpperCase(Locale.ROOT) + segment.substring(1);
        return Arrays.stream(node.getClass().getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .findFirst()
                .orElse(null);
    }

    private static void call(Exchange exchange, Object node, Method method) throws IOException, ServletException {
        String verb = method.isAnnotationPresent(POST.class) ? "POST" : "GET";
        if (!verb.equals(exchange.method())) {
            exchange.set("Allow", verb);
            exchange.text(405, verb + " is required");
            return;
        }
        StaplerRequest2 request = exchange.request();
        HttpResponse response = (HttpResponse) invoke(node, method, request);
        response.generateResponse(request, exchange.response(), node);
    }

    private static Object dynamic(Object node, String segment) throws IOException, ServletException {
        try {
            return invoke(node, node.getClass().getMethod("getDynamic", String.class), segment);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Object invoke(Object node, Method method, Object argument) throws IOException, ServletException {
        try {
            return method.invoke(node, argument);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof ServletException servlet) {
                throw servlet;
            }
            throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }
}
