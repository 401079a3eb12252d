package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Accounts, DeploymentTargets and Regions: which accounts and regions a request means. */
final class TargetsArgument {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern UNIT = Pattern.compile("ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32}");
    private static final int MAX_UNITS = 50;

    private final StackSetCloud cloud;
    private final StackSetRecord set;

    TargetsArgument(StackSetCloud cloud, StackSetRecord set) {
        this.cloud = cloud;
        this.set = set;
    }

    /**
     * Reads what the request says and checks it against the permission model.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError
     */
    TargetSpec read(QueryParameters parameters) {
        QueryParameters deployment = parameters.structure("DeploymentTargets");
        List<String> accounts = new ArrayList<>(parameters.texts("Accounts"));
        if (!accounts.isEmpty() && parameters.has("DeploymentTargets")) {
            throw AwsErrors.validation("You can specify Accounts or DeploymentTargets, but not both");
        }
        accounts.addAll(deployment.texts("Accounts"));
        if (deployment.has("AccountsUrl")) {
            accounts.addAll(listedAt(deployment.text("AccountsUrl")));
        }
        TargetSpec spec = new TargetSpec(
                List.copyOf(accounts),
                deployment.texts("OrganizationalUnitIds"),
                deployment.choice("AccountFilterType", AccountFilter.class, null),
                parameters.texts("Regions"));
        checkNames(spec);
        if (set.settings().permissionModel() == PermissionModel.SELF_MANAGED) {
            checkSelfManaged(spec);
        } else {
            checkServiceManaged(parameters, spec);
        }
        return spec;
    }

    /** Returns every account of the specification in every region of it. */
    List<Target> all(TargetSpec spec) {
        List<Target> result = new ArrayList<>();
        accounts(spec).forEach((account, unit) -> {
            for (String region : spec.regions()) {
                result.add(new Target(account, region, unit.isEmpty() ? null : unit));
            }
        });
        return result;
    }

    /** Returns those that are instances of the set and can be worked on. */
    List<Target> operable(List<Target> targets) {
        return targets.stream()
                .flatMap(target -> set.instance(target).stream())
                .filter(instance -> instance.status() != InstanceStatus.INOPERABLE)
                .map(StackInstance::target)
                .toList();
    }

    /**
     * Returns the instances that an update of the specification means.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError StackInstanceNotFoundException if an account that is
     *     named has no instance in a region that is, or if a unit has no instance at all
     */
    List<Target> existing(TargetSpec spec) {
        List<Target> wanted = all(spec);
        boolean named = set.settings().permissionModel() == PermissionModel.SELF_MANAGED;
        for (Target target : wanted) {
            if (named && set.instance(target).isEmpty()) {
                throw StackSetErrors.stackInstanceNotFound(target.account(), target.region());
            }
        }
        if (wanted.stream().allMatch(target -> set.instance(target).isEmpty())) {
            throw StackSetErrors.stackInstanceNotFound(
                    spec.units().toString(), spec.regions().toString());
        }
        return operable(wanted);
    }

    private Map<String, String> accounts(TargetSpec spec) {
        Map<String, String> result = new TreeMap<>();
        if (spec.units().isEmpty()) {
            spec.accounts().forEach(account -> result.put(account, ""));
            return result;
        }
        result.putAll(cloud.organization().accountsIn(spec.units()));
        AccountFilter otherwise = spec.accounts().isEmpty() ? AccountFilter.NONE : AccountFilter.UNION;
        switch (spec.filter() == null ? otherwise : spec.filter()) {
            case INTERSECTION -> result.keySet().retainAll(spec.accounts());
            case DIFFERENCE -> result.keySet().removeAll(spec.accounts());
            case UNION ->
                spec.accounts().forEach(account -> {
                    String unit = cloud.organization().unitOf(account);
                    if (unit != null) {
                        result.putIfAbsent(account, unit);
                    }
                });
            case NONE -> {
                // All accounts of the units are meant.
            }
        }
        return result;
    }

    private void checkNames(TargetSpec spec) {
        spec.accounts().forEach(account -> matches("accounts", account, ACCOUNT));
        spec.units().forEach(unit -> matches("organizationalUnitIds", unit, UNIT));
        if (spec.units().size() > MAX_UNITS) {
            throw AwsErrors.validation("At most " + MAX_UNITS + " organizational units can be specified, not "
                    + spec.units().size());
        }
        for (String region : spec.regions()) {
            if (!cloud.options().regions().contains(region)) {
                throw AwsErrors.validation("Region " + region + " is not supported");
            }
        }
    }

    private static void checkSelfManaged(TargetSpec spec) {
        if (!spec.units().isEmpty() || spec.filter() != null) {
            throw AwsErrors.validation("StackSets with SELF_MANAGED permission model can only have accounts as target");
        }
    }

    private void checkServiceManaged(QueryParameters parameters, TargetSpec spec) {
        if (parameters.has("Accounts")) {
            throw AwsErrors.validation(
                    "StackSets with SERVICE_MANAGED permission model can only have OrganizationalUnit as target");
        }
        if (!spec.accounts().isEmpty() && spec.units().isEmpty()) {
            throw AwsErrors.validation("OrganizationalUnitIds should be specified in SERVICE_MANAGED permission model");
        }
        boolean refines = spec.filter() != null && spec.filter() != AccountFilter.NONE;
        if (refines && spec.accounts().isEmpty()) {
            throw AwsErrors.validation("AccountFilterType " + spec.filter() + " needs Accounts or AccountsUrl");
        }
        for (String unit : spec.units()) {
            if (!cloud.organization().hasUnit(unit)) {
                throw AwsErrors.validation("Organizational unit " + unit + " does not exist");
            }
        }
    }

    private List<String> listedAt(String url) {
        byte[] list = cloud.templates()
                .read(url)
                .orElseThrow(() -> AwsErrors.validation("AccountsUrl " + url + " cannot be read"));
        return Pattern.compile("[\\s,]+")
                .splitAsStream(new String(list, StandardCharsets.UTF_8))
                .filter(account -> !account.isEmpty())
                .toList();
    }

    private static void matches(String member, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw AwsErrors.constraint(
                    member, "Member must satisfy regular expression pattern: " + pattern + ", not " + value);
        }
    }
}
