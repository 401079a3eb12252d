package jenkins.model;

import hudson.model.Action;
import hudson.model.BuildableItem;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What jobs that can be started have in common. */
public abstract class ParameterizedJobMixIn<
        JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT>,
        RunT extends Run<JobT, RunT>> {
    /** A job that can be started, with parameters or without. */
    public interface ParameterizedJob<
                    JobT extends Job<JobT, RunT> & ParameterizedJob<JobT, RunT>, RunT extends Run<JobT, RunT>>
            extends BuildableItem {
        boolean isBuildable();
    }

    /**
     * Puts a build into the queue. The defaults of parameters are filled in only where there is no {@link ParametersAction}.
     *
     * @param quietPeriod seconds; -1 for the job's own
     * @return null if the job cannot be built
     */
    public static Queue.Item scheduleBuild2(Job<?, ?> job, int quietPeriod, Action... actions) {
        if (!(job instanceof ParameterizedJob<?, ?> task) || !job.isBuildable()) {
            return null;
        }
        List<Action> all = new ArrayList<>(List.of(actions));
        ParametersDefinitionProperty declared = job.getProperty(ParametersDefinitionProperty.class);
        if (declared != null && all.stream().noneMatch(ParametersAction.class::isInstance)) {
            List<ParameterValue> values = declared.getParameterDefinitions().stream()
                    .map(ParameterDefinition::getDefaultParameterValue)
                    .filter(Objects::nonNull)
                    .toList();
            all.add(new ParametersAction(values));
        }
        return Jenkins.get().getQueue().add(task, all);
    }
}
