package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.AccountFilter;
import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads where stack instances are to be. What was not written is never a target. */
final class TargetInput {
    private static final int FILE_MOST_BYTES = 1_048_576;

    private final StackSetTargetsStep step;
    private final Preparation preparation;
    private final Inputs inputs;

    TargetInput(StackSetTargetsStep step, Preparation preparation, Inputs inputs) {
        this.step = step;
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * The accounts and organizational units.
     *
     * @return empty when no argument names any; whatever is wrong is noted
     * @throws IOException when the agent cannot be reached
     */
    Optional<DeploymentTargets> targets() throws IOException, InterruptedException {
        Optional<List<String>> both =
                read("deploymentTargets", step.getDeploymentTargets(), step.getDeploymentTargetsText());
        Optional<List<String>> accounts = read("accounts", step.getAccounts(), step.getAccountsText());
        Optional<List<String>> units =
                read("organizationalUnitIds", step.getOrganizationalUnitIds(), step.getOrganizationalUnitIdsText());
        AccountFilter filter = inputs.constant("accountFilterType", step.getAccountFilterType(), AccountFilter.class);
        if (both.isPresent() && (accounts.isPresent() || units.isPresent())) {
            inputs.problem(Messages.StackSet_targetsTwice());
        }
        accounts.ifPresent(items -> each(items, StackSetRules::isAccount, Messages::StackSet_account));
        units.ifPresent(items -> each(items, StackSetRules::isUnit, Messages::StackSet_unit));
        both.ifPresent(this::recognise);
        if (both.isEmpty() && accounts.isEmpty() && units.isEmpty()) {
            if (filter != null) {
                inputs.problem(Messages.StackSet_filterWithoutUnits());
            }
            return Optional.empty();
        }
        DeploymentTargets targets = new DeploymentTargets(
                accounts.orElse(some(both, StackSetRules::isAccount)),
                units.orElse(some(both, StackSetRules::isUnit)),
                filter);
        rules(targets);
        return Optional.of(targets);
    }

    /**
     * The regions, in order.
     *
     * @return empty when no argument names any
     */
    List<String> regions() {
        if (step.getRegions() == null && step.getRegionsText() == null) {
            return List.of();
        }
        return regions("regions", step.getRegions(), step.getRegionsText(), inputs);
    }

    /** Reads regions; each must look like one, and none be there twice. */
    static List<String> regions(String argument, List<String> list, String text, Inputs inputs) {
        List<String> regions = new ArrayList<>(NamedValues.list(argument, list, inputs));
        regions.addAll(TargetText.items(text));
        if (regions.isEmpty()) {
            inputs.problem(Messages.StackSet_empty(argument));
        }
        regions.stream()
                .filter(region -> !StackSetRules.isRegion(region))
                .forEach(region -> inputs.problem(Messages.StackSet_region(argument, region)));
        TargetText.repeated(regions).forEach(region -> inputs.problem(Messages.StackSet_repeated(argument, region)));
        return regions;
    }

    private Optional<List<String>> read(String argument, List<String> list, String text)
            throws IOException, InterruptedException {
        if (list == null && text == null) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>(NamedValues.list(argument, list, inputs));
        boolean unreadable = false;
        if (TargetText.isFile(text)) {
            Optional<List<String>> file = file(argument, Artifact.path(text.strip()));
            file.ifPresent(items::addAll);
            unreadable = file.isEmpty();
        } else {
            items.addAll(TargetText.items(text));
        }
        if (items.isEmpty() && !unreadable) {
            inputs.problem(Messages.StackSet_empty(argument));
        }
        TargetText.repeated(items).forEach(item -> inputs.problem(Messages.StackSet_repeated(argument, item)));
        return Optional.of(items);
    }

    private Optional<List<String>> file(String argument, String path) throws IOException, InterruptedException {
        try {
            Optional<List<String>> items = TargetText.ofFile(preparation.files().read(path, FILE_MOST_BYTES));
            if (items.isEmpty()) {
                inputs.problem(Messages.StackSet_targetsFile(argument, path));
            }
            return items;
        } catch (StackDeployException unreadable) {
            inputs.problem(unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void each(List<String> items, Predicate<String> rule, java.util.function.UnaryOperator<String> message) {
        items.stream().filter(rule.negate()).forEach(item -> inputs.problem(message.apply(item)));
    }

    /** One list for both kinds: each item tells by itself what it is, and all must be of one kind. */
    private void recognise(List<String> items) {
        each(items, item -> StackSetRules.isAccount(item) || StackSetRules.isUnit(item), Messages::StackSet_target);
        Optional<String> account =
                items.stream().filter(StackSetRules::isAccount).findFirst();
        Optional<String> unit = items.stream().filter(StackSetRules::isUnit).findFirst();
        if (account.isPresent() && unit.isPresent()) {
            inputs.problem(Messages.StackSet_mixed(account.get(), unit.get()));
        }
    }

    private static List<String> some(Optional<List<String>> items, Predicate<String> rule) {
        return items.stream().flatMap(List::stream).filter(rule).toList();
    }

    private void rules(DeploymentTargets targets) {
        int units = targets.organizationalUnits().size();
        boolean accounts = !targets.accounts().isEmpty();
        AccountFilter filter = targets.accountFilter();
        if (units > StackSetRules.UNITS_MOST) {
            inputs.problem(Messages.Input_tooMany(
                    "organizationalUnitIds", String.valueOf(units), String.valueOf(StackSetRules.UNITS_MOST)));
        }
        if (filter == null) {
            if (units > 0
                    && accounts
                    && step.getDeploymentTargets() == null
                    && step.getDeploymentTargetsText() == null) {
                inputs.problem(Messages.StackSet_filterNeeded());
            }
        } else if (units == 0) {
            inputs.problem(Messages.StackSet_filterWithoutUnits());
        } else if (filter == AccountFilter.UNION) {
            inputs.problem(Messages.StackSet_filterUnion());
        } else if (accounts == (filter == AccountFilter.NONE)) {
            inputs.problem(accounts ? Messages.StackSet_filterNone() : Messages.StackSet_filterWithoutAccounts());
        }
    }
}
