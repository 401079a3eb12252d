package io.jenkins.plugins.stackdeploy.engine;

/**
 * The proxy through which the API is called. Its text never shows the password.
 *
 * @param url such as {@code http://user:password@proxy:3128}
 */
public record HttpProxy(String url) {
    @Override
    public String toString() {
        return "HttpProxy";
    }
}
