package io.jenkins.plugins.stackdeploy.kills;

/**
 * What befalls a controller.
 *
 * @param event at which of its saves and calls, from 0
 * @param how what happens there
 * @param decisive whether what is in the files and in the cloud differs from what it is at the kill before
 */
public record Kill(int event, How how, boolean decisive) {
    /** What happens at a save or a call. */
    public enum How {
        /** The controller dies just before. */
        DIES_BEFORE,
        /** The controller dies just after, before it does anything with what it got. */
        DIES_AFTER,
        /** The controller dies when it has opened the new file and written nothing. */
        LEAVES_EMPTY_FILE,
        /** The controller dies in the middle of writing the new file. */
        LEAVES_HALF_A_FILE,
        /** The controller dies, and the new file is full of what was on the disk before. */
        LEAVES_GARBAGE,
        /** The call takes effect, its answer is lost, and the controller lives on. */
        LOSES_ANSWER
    }

    @Override
    public String toString() {
        return how + " " + event;
    }
}
