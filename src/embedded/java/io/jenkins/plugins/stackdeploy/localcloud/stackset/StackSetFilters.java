package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameter Filters of lists: names, each with one value. */
final class StackSetFilters {
    private StackSetFilters() {}

    /**
     * Reads the filters.
     *
     * @param most how many there may be
     * @param names what may be filtered by
     * @return values by name
     */
    static Map<String, String> read(QueryParameters parameters, int most, List<String> names) {
        List<QueryParameters> filters = parameters.structures("Filters");
        if (filters.size() > most) {
            throw AwsErrors.constraint("filters", "Member must have length less than or equal to " + most);
        }
        Map<String, String> result = new HashMap<>();
        for (QueryParameters filter : filters) {
            if (!names.contains(filter.text("Name"))) {
                throw AwsErrors.constraint("filters", "Member must satisfy enum value set: " + names);
            }
            result.put(filter.text("Name"), filter.text("Values"));
        }
        return result;
    }
}
