package hudson;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;

/** Starts processes where the workspace is. The stand-in's own steps start theirs; plugins only pass it on. */
public abstract class Launcher {
    protected final TaskListener listener;
    protected final VirtualChannel channel;

    protected Launcher(TaskListener listener, VirtualChannel channel) {
        this.listener = listener;
        this.channel = channel;
    }

    public TaskListener getListener() {
        return listener;
    }

    /** @return null: everything runs on the controller's machine */
    public VirtualChannel getChannel() {
        return channel;
    }

    public boolean isUnix() {
        return !Functions.isWindows();
    }

    /** Runs on the controller's machine. */
    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener listener) {
            super(listener, null);
        }
    }
}
