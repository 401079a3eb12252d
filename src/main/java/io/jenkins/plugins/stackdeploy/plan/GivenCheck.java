package io.jenkins.plugins.stackdeploy.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Holds what is given along with a plan, and where and when it is deployed, against the plan. What a plan says of this is in
 * its {@link Plan#desired()}: {@code template}, {@code templateDigest}, {@code parameters}, {@code secretParameters}, and
 * each setting by the name of the step's argument. Makes no calls.
 */
public final class GivenCheck {
    private final Plan plan;
    private final List<String> moved;

    /**
     * A check.
     *
     * @param plan the plan
     * @param moved where to note what is not as planned, each in one sentence
     */
    public GivenCheck(Plan plan, List<String> moved) {
        this.plan = plan;
        this.moved = moved;
    }

    /**
     * Whether it is for this cloud and region, and still good.
     *
     * @param cloud the cloud's name in plans
     * @param region the region's id
     * @param now the time
     */
    public void validity(String cloud, String region, Instant now) {
        if (!plan.cloud().equals(cloud)) {
            moved.add(Messages.Moved_cloud(plan.cloud()));
        }
        if (!plan.region().equals(region)) {
            moved.add(Messages.Moved_region(plan.region(), region));
        }
        if (plan.isExpired(now)) {
            moved.add(Messages.Moved_expired(plan.expiresAt()));
        }
    }

    /**
     * Whether the template is the one that was planned.
     *
     * @param name its name, such as its file's
     * @param digest the digest of its meaning; null when only its name is known
     */
    public void template(String name, String digest) {
        boolean same = digest == null
                ? name.equals(plan.desired().get("template"))
                : digest.equals(plan.desired().get("templateDigest"));
        if (!same) {
            moved.add(Messages.Moved_template(name));
        }
    }

    /**
     * Whether the parameters are those that were planned. Values of secret parameters cannot be compared.
     *
     * @param given values by name; null for secret ones
     */
    public void parameters(Map<String, String> given) {
        Map<?, ?> planned = plan.desired().get("parameters") instanceof Map<?, ?> map ? map : Map.of();
        List<?> secret = plan.desired().get("secretParameters") instanceof List<?> list ? list : List.of();
        TreeSet<String> names = new TreeSet<>(given.keySet());
        planned.keySet().forEach(name -> names.add(String.valueOf(name)));
        secret.forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            boolean wasPlanned = planned.containsKey(name) || secret.contains(name);
            if (!given.containsKey(name)) {
                moved.add(Messages.Moved_parameterMissing(name));
            } else if (!wasPlanned) {
                moved.add(Messages.Moved_parameterNew(name));
            } else if (!secret.contains(name) && !Objects.equals(planned.get(name), given.get(name))) {
                moved.add(Messages.Moved_parameter(name, shown(given.get(name)), planned.get(name)));
            }
        }
    }

    private static String shown(String value) {
        return value == null ? ParameterChange.HIDDEN : value;
    }

    /**
     * Whether other arguments are as they were planned.
     *
     * @param given those that are given, plain values by name
     */
    public void settings(Map<String, Object> given) {
        given.forEach((name, value) -> {
            Object planned = plan.desired().get(name);
            if (!value.equals(planned)) {
                moved.add(Messages.Moved_setting(name, value, planned == null ? "-" : planned));
            }
        });
    }
}
