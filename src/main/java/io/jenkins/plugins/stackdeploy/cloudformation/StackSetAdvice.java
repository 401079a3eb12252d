package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What to do about errors and failed instances, where there is something to say beyond the service's own message. */
final class StackSetAdvice {
    private record Rule(Pattern reason, Supplier<String> advice) {
        Rule(String reason, Supplier<String> advice) {
            this(Pattern.compile(reason, Pattern.CASE_INSENSITIVE), advice);
        }
    }

    /** By what the service says in reasons of results and instances; the first that fits. */
    private static final List<Rule> RULES = List.of(
            new Rule("suspended|account .* is closed", Messages::Next_suspended),
            new Rule(
                    "should have .*role with trust relationship|AWSCloudFormationStackSetExecutionRole",
                    Messages::Next_executionRole),
            new Rule("not authorized to perform: sts:AssumeRole|not authorized to assume", Messages::Next_assume),
            new Rule("No updates are to be performed", Messages::Next_noUpdates),
            new Rule("region .*(disabled|not enabled|not opted)|opt-?in", Messages::Next_region),
            new Rule("limit ?exceeded|quota|maximum (number|limit)", Messages::Next_quota),
            new Rule("already exists", Messages::Next_exists),
            new Rule("trusted access|service access", Messages::Next_trustedAccess),
            new Rule("InsufficientCapabilities|Requires capabilities", Messages::Next_capabilities),
            new Rule("not authorized to perform|access ?denied", Messages::Next_denied));

    private static final Map<String, Supplier<String>> BY_CODE = Map.of(
            "InsufficientCapabilitiesException", Messages::Next_capabilities,
            "OptInRequired", Messages::Next_region,
            "RequestTimeTooSkewed", Messages::Next_clock,
            "RequestInTheFuture", Messages::Next_clock,
            "RequestExpired", Messages::Next_clock);

    private StackSetAdvice() {}

    /**
     * Advice on a failed call.
     *
     * @param failure the error
     * @return one line that begins with "Next:", or empty
     */
    static Optional<String> on(CloudException failure) {
        Supplier<String> byCode = failure.code() == null ? null : BY_CODE.get(failure.code());
        if (byCode != null) {
            return Optional.of(Messages.Next_line(byCode.get()));
        }
        return switch (failure.kind()) {
            case CREDENTIALS -> Optional.of(Messages.Next_line(Messages.Next_credentials()));
            case DENIED -> Optional.of(Messages.Next_line(Messages.Next_deniedAction(failure.action())));
            case REFUSED -> of(failure.getMessage()).map(Messages::Next_line);
            default -> Optional.empty();
        };
    }

    /**
     * Advice on the reasons of failed instances.
     *
     * @param reasons in the order of their weight
     * @return no line twice
     */
    static List<String> on(Collection<String> reasons) {
        List<String> advice = new ArrayList<>();
        for (String reason : reasons) {
            of(reason).filter(line -> !advice.contains(line)).ifPresent(advice::add);
        }
        return advice;
    }

    private static Optional<String> of(String reason) {
        return RULES.stream()
                .filter(rule -> rule.reason().matcher(reason).find())
                .findFirst()
                .map(rule -> rule.advice().get());
    }
}
