package io.jenkins.plugins.stackdeploy.embedded;

import hudson.XmlFile;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Queue;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** Keeps what waits in the queue through an orderly restart, as Jenkins does; it waits on after that. */
final class HeldBuilds {
    private static final Logger LOGGER = Logger.getLogger(HeldBuilds.class.getName());

    private final Jenkins jenkins;
    private final XmlFile file;

    private HeldBuilds(Jenkins jenkins) {
        this.jenkins = jenkins;
        this.file = new XmlFile(new File(jenkins.getRootDir(), "queue.xml"));
    }

    static HeldBuilds in(Jenkins jenkins) {
        return new HeldBuilds(jenkins);
    }

    /** A build that waits, as the file has it. */
    private static final class Held {
        private final String job;
        private final List<Action> actions;

        Held(String job, List<Action> actions) {
            this.job = job;
            this.actions = new ArrayList<>(actions);
        }
    }

    void save() {
        List<Held> held = new ArrayList<>();
        for (Queue.Item item : jenkins.getQueue().getItems()) {
            held.add(new Held(((Item) item.task).getFullName(), item.getActions()));
        }
        try {
            if (!held.isEmpty()) {
                file.write(held);
            }
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The queue cannot be saved", failed);
        }
    }

    void load() {
        if (!file.exists()) {
            return;
        }
        try {
            jenkins.getQueue().hold();
            for (Object each : (List<?>) file.read()) {
                Held held = (Held) each;
                if (jenkins.getItem(held.job) instanceof ParameterizedJobMixIn.ParameterizedJob<?, ?> job) {
                    jenkins.getQueue().add(job, held.actions);
                }
            }
            file.delete();
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The queue cannot be read", failed);
        }
    }
}
