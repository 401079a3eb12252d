package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the cloud says that the resources will cost. The period that a price is for is the resource's own: the clouds do not
 * tell it here.
 *
 * @param items a price for each resource that has one, in the cloud's order
 * @param problem why nothing or not everything is known; empty when everything is
 */
public record EstimatedCost(List<Item> items, String problem) {

    /**
     * The price of one resource.
     *
     * @param logicalId its name in the template
     * @param type its type
     * @param currency such as {@code CNY}
     * @param original the list price, as decimal text
     * @param discount what is taken off, as decimal text
     * @param amount what is to be paid, as decimal text
     */
    public record Item(
            String logicalId, String type, String currency, String original, String discount, String amount) {
        /** Makes the texts printable. */
        public Item {
            logicalId = Text.oneLine(logicalId);
            type = Text.oneLine(type);
            currency = Text.oneLine(currency);
            original = Text.oneLine(original);
            discount = Text.oneLine(discount);
            amount = Text.oneLine(amount);
        }
    }

    /** Makes the problem printable. */
    public EstimatedCost {
        items = List.copyOf(items);
        problem = Text.oneLine(problem);
    }

    /**
     * The sums of what is to be paid.
     *
     * @return amounts by currency; an amount that is no decimal number is left out
     */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (Item item : items) {
            if (item.amount().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
                totals.merge(item.currency(), new BigDecimal(item.amount()), BigDecimal::add);
            }
        }
        return totals;
    }
}
