package hudson.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What somebody may be about to type. */
public class AutoCompletionCandidates implements HttpResponse {
    private final List<String> values = new ArrayList<>();

    public List<String> getValues() {
        return values;
    }

    /** The names of the items of a type that begin with a text and that the current user may see. */
    public static <T extends Item> AutoCompletionCandidates ofJobNames(
            Class<T> type, String value, ItemGroup container) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        for (Item item : Jenkins.get().getItems()) {
            if (type.isInstance(item) && item.getName().startsWith(value) && item.hasPermission(Item.READ)) {
                candidates.values.add(item.getName());
            }
        }
        return candidates;
    }

    @Override
    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node) throws IOException {
        rsp.setContentType("text/plain;charset=UTF-8");
        rsp.getWriter().print(String.join("\n", values));
    }
}
