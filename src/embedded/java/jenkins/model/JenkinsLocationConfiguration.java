package jenkins.model;

/** Where this Jenkins is. Unlike {@link Jenkins#getRootUrl} it never guesses from a request. */
public class JenkinsLocationConfiguration extends GlobalConfiguration {
    public static JenkinsLocationConfiguration getOrDie() {
        return new JenkinsLocationConfiguration();
    }

    /** @return the address, ending with a slash; null if none was set */
    public String getUrl() {
        return Jenkins.get().getRootUrl();
    }
}
