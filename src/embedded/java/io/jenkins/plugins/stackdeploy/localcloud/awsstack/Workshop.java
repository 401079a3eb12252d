package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureBook;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceHints;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceCatalogue;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceType;
import java.time.Instant;
import java.util.Optional;

/**
 * What planning an operation needs to know about the world.
 *
 * @param pace how long work takes
 * @param failures failures ordered by tests
 * @param hinted whether templates may order failures too, see {@link ResourceHints}
 */
public record Workshop(Pace pace, FailureBook failures, boolean hinted) {

    /** Returns when a piece of work that begins now is done or has failed. */
    Instant end(Work work, Instant start) {
        ResourceType type = ResourceCatalogue.find(work.type());
        double nominal =
                switch (work.kind()) {
                    case CREATE -> type.seconds();
                    case UPDATE -> work.replacement() ? type.seconds() : Math.max(1, type.seconds() / 2);
                    case DELETE -> work.physicalId().isEmpty() ? 0 : type.deleteSeconds();
                };
        return pace.after(start, hints(work).seconds(nominal));
    }

    /** Returns why a piece of work will fail, if it will. */
    Optional<String> failure(AwsStack stack, Work work, boolean rollingBack) {
        FailOn on = rollingBack ? FailOn.ROLLBACK : FailOn.valueOf(work.kind().name());
        return failures.reason(stack.name(), work.logicalId(), on)
                .or(() -> hinted ? hints(work).failure(on) : Optional.empty());
    }

    private static ResourceHints hints(Work work) {
        return new ResourceHints(
                work.description() == null ? null : work.description().metadata());
    }
}
