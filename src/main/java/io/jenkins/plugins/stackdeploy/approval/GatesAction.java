package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.report.PageTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;

/**
 * The gates of a build, at {@code …/gates/}: a page, its data at {@code status}, and each gate below its id. Of all this
 * build.xml holds only the ids.
 */
public class GatesAction implements RunAction2, StaplerProxy {
    /** Where it is below the build. */
    static final String URL = "gates";

    /**
     * Keys of files by ids, in the order in which the build came to the gates. A map that is never changed, but replaced: Jenkins
     * may be writing build.xml for one branch of a build while another comes to a gate.
     */
    private volatile Map<String, String> keys = new LinkedHashMap<>();

    private transient Run<?, ?> run;

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    /** The build, for the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-people";
    }

    @Override
    public String getDisplayName() {
        return Messages.GatesAction_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** Whoever may not read the job sees nothing below it, whichever way the request came. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json(Messages.class, "Page.");
    }

    /**
     * Makes a gate known to the build; asked again, as after a restart, it answers the same.
     *
     * @param run the build
     * @param key the key of the gate's files
     * @param name what people call the gate
     * @return its id, unique in the build: ASCII letters, digits and hyphens of the name, numbered where that is needed
     * @throws IOException when the build cannot be saved
     */
    static String publish(Run<?, ?> run, String key, String name) throws IOException {
        GatesAction action;
        synchronized (run) {
            action = run.getAction(GatesAction.class);
            if (action == null) {
                action = new GatesAction();
                run.addAction(action);
            }
        }
        String id = action.id(key, name);
        run.save();
        return id;
    }

    private synchronized String id(String key, String name) {
        for (Map.Entry<String, String> known : keys.entrySet()) {
            if (known.getValue().equals(key)) {
                return known.getKey();
            }
        }
        String plain = GateId.of(name);
        String id = plain;
        for (int number = 2; keys.containsKey(id); number++) {
            id = plain + "-" + number;
        }
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(id, key);
        keys = more;
        return id;
    }

    /** The gates, in the order in which the build came to them. */
    public List<GateResource> getGates() {
        List<GateResource> gates = new ArrayList<>();
        keys.forEach((id, key) -> gates.add(new GateResource(run, id, key)));
        return gates;
    }

    /** Whether there is a gate that the build waits at. */
    public boolean isWaiting() {
        return getGates().stream().anyMatch(gate -> gate.isWaiting() && !gate.isGoingOn());
    }

    /**
     * The gate of an id; Stapler asks for what follows in the URL.
     *
     * @return null if there is none
     */
    public GateResource getDynamic(String id) {
        String key = keys.get(id);
        return key == null ? null : new GateResource(run, id, key);
    }

    /** All gates as JSON; changes nothing. */
    @GET
    public HttpResponse doStatus(StaplerRequest2 request) throws IOException {
        run.checkPermission(Item.READ);
        return JsonAnswer.ofState(GateView.of(run, getGates()));
    }
}
