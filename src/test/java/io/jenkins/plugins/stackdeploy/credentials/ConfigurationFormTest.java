package io.jenkins.plugins.stackdeploy.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Descriptor.FormException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.StaplerRequest2;

class ConfigurationFormTest {
    @TempDir
    Path folder;

    private AwsWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AwsWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** A form that was sent with these connections. */
    private static StaplerRequest2 form(CloudConnection... connections) {
        return (StaplerRequest2) Proxy.newProxyInstance(
                ConfigurationFormTest.class.getClassLoader(),
                new Class<?>[] {StaplerRequest2.class},
                (proxy, method, arguments) -> {
                    ((StackDeployConfiguration) arguments[0]).setConnections(List.of(connections));
                    return null;
                });
    }

    private static AwsConnection aws(String name) {
        return new AwsConnection(name, "hidden", "eu-west-1");
    }

    private static List<String> saved() {
        return new StackDeployConfiguration()
                .getConnections().stream().map(CloudConnection::getName).toList();
    }

    @Test
    void connectionsThatJobsCouldNeverNameAreRefusedAndTheOldOnesStay() {
        StackDeployConfiguration configuration = StackDeployConfiguration.get();
        configuration.setConnections(List.of(aws("before")));

        assertThatThrownBy(() -> configuration.configure(form(aws("a"), aws(" ")), new JSONObject()))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("Give the connection a name");
        assertThatThrownBy(() -> configuration.configure(form(aws("a"), aws("a")), new JSONObject()))
                .isInstanceOf(FormException.class)
                .hasMessageContaining("\"a\"");

        assertThat(configuration.names(AwsConnection.class)).containsExactly("before");
        assertThat(saved()).containsExactly("before");
    }

    @Test
    void connectionsToDifferentCloudsMayHaveTheSameName() throws Exception {
        CloudConnection alibaba = new AlibabaConnection("a", "hidden", "cn-hangzhou");

        StackDeployConfiguration.get().configure(form(aws("a"), alibaba), new JSONObject());

        assertThat(saved()).containsExactly("a", "a");
    }
}
