package io.jenkins.plugins.stackdeploy.report;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.verb.GET;

/**
 * The page of a build that shows its deployments, and their lines on the page of the build. Made anew from the files
 * whenever somebody looks: build.xml knows nothing of it.
 */
public class DeploymentsAction implements Action, StaplerProxy {
    private final Run<?, ?> run;

    DeploymentsAction(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public String getIconFileName() {
        return run.hasPermission(Item.READ) ? "symbol-cloud" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.Deployments_title();
    }

    @Override
    public String getUrlName() {
        return "deployments";
    }

    /** Whoever may not read the job sees nothing below it, whichever way the request came. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json("Page.");
    }

    /**
     * The lines on the page of the build; none for who may not read it.
     *
     * @throws IOException when the files cannot be read
     */
    public List<SummaryLine> getSummary() throws IOException {
        if (!run.hasPermission(Item.READ)) {
            return List.of();
        }
        return new BuildDeployments(run).views().stream().map(SummaryLine::of).toList();
    }

    /**
     * Answers all that the page shows as JSON, or 304 when the caller has it already.
     *
     * @throws IOException when the files cannot be read
     */
    @GET
    public void doData(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        run.checkPermission(Item.READ);
        DeploymentsData.answer(run, request, response);
    }
}
