package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.stackdeploy.report.PageTexts;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;

/** The gates of a job at {@code …/gates/}: those that wait, and the last that were decided. */
public class JobGatesAction implements Action, StaplerProxy {
    private final Job<?, ?> job;

    JobGatesAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The job, for the page. */
    public Job<?, ?> getJob() {
        return job;
    }

    @Override
    public String getIconFileName() {
        return job.hasPermission(Item.READ) ? "symbol-people" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.GatesAction_displayName();
    }

    @Override
    public String getUrlName() {
        return GatesAction.URL;
    }

    /** Whoever may not read the job sees nothing below it, whichever way the request came. */
    @Override
    public Object getTarget() {
        job.checkPermission(Item.READ);
        return this;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json(Messages.class, "Waiting.");
    }

    /** The gates as JSON; changes nothing. */
    @GET
    public HttpResponse doStatus(StaplerRequest2 request) throws IOException {
        job.checkPermission(Item.READ);
        return JsonAnswer.ofState(WaitingView.of(job));
    }
}
