package hudson;

import hudson.util.Secret;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The HTTP proxy that the controller reaches the outside through. */
public final class ProxyConfiguration implements Serializable {
    private static final long serialVersionUID = 1L;

    public final String name;
    public final int port;
    private String userName;
    public String noProxyHost;
    private Secret secretPassword;

    /**
     * @param name host name or address of the proxy
     * @param port 1 to 65535
     */
    @DataBoundConstructor
    public ProxyConfiguration(String name, int port) {
        this(name, port, null, null);
    }

    public ProxyConfiguration(String name, int port, String userName, String password) {
        this(name, port, userName, password, null);
    }

    public ProxyConfiguration(String name, int port, String userName, String password, String noProxyHost) {
        this.name = Util.fixEmptyAndTrim(name);
        this.port = port;
        this.userName = Util.fixEmptyAndTrim(userName);
        this.secretPassword = password == null ? null : Secret.fromString(password);
        this.noProxyHost = Util.fixEmptyAndTrim(noProxyHost);
    }

    public String getName() {
        return name;
    }

    public int getPort() {
        return port;
    }

    /** @return null when the proxy asks for no login */
    public String getUserName() {
        return userName;
    }

    @DataBoundSetter
    public void setUserName(String userName) {
        this.userName = Util.fixEmptyAndTrim(userName);
    }

    /** @return null when the proxy asks for no login */
    public Secret getSecretPassword() {
        return secretPassword;
    }

    @DataBoundSetter
    public void setSecretPassword(Secret secretPassword) {
        this.secretPassword = secretPassword;
    }

    /** @return hosts reached without the proxy, one to a line or separated by commas; may contain {@code *} */
    public String getNoProxyHost() {
        return noProxyHost;
    }

    @DataBoundSetter
    public void setNoProxyHost(String noProxyHost) {
        this.noProxyHost = Util.fixEmptyAndTrim(noProxyHost);
    }

    public List<Pattern> getNoProxyHostPatterns() {
        return getNoProxyHostPatterns(noProxyHost);
    }

    /** One pattern for each host named, in which {@code *} stands for any text. */
    public static List<Pattern> getNoProxyHostPatterns(String noProxyHost) {
        if (noProxyHost == null) {
            return List.of();
        }
        return Arrays.stream(noProxyHost.split("[ \t\n,|]+"))
                .filter(host -> !host.isEmpty())
                .map(host -> Pattern.compile(host.replace(".", "\\.").replace("*", ".*")))
                .toList();
    }

    /** @return the way to the given host: directly when it is among the exceptions */
    public Proxy createProxy(String host) {
        return createProxy(host, name, port, noProxyHost);
    }

    public static Proxy createProxy(String host, String name, int port, String noProxyHost) {
        if (host != null && noProxyHost != null) {
            for (Pattern pattern : getNoProxyHostPatterns(noProxyHost)) {
                if (pattern.matcher(host).matches()) {
                    return Proxy.NO_PROXY;
                }
            }
        }
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(name, port));
    }

    /** A client that goes through the proxy that Jenkins is configured with. */
    public static HttpClient.Builder newHttpClientBuilder() {
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        ProxyConfiguration configured = Jenkins.get().getProxy();
        if (configured != null && configured.name != null) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(configured.name, configured.port)));
        }
        return builder;
    }
}
