package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.security.AuthorizationStrategy;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.file.Path;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityTest {
    @TempDir
    Path home;

    private EmbeddedJenkins jenkins;

    @BeforeEach
    void start() throws IOException {
        jenkins = EmbeddedJenkins.start(home, null);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void permissionsAreThoseOfWhoeverActs() throws Exception {
        Item job = jenkins.createPipeline("p", "", null);
        jenkins.jenkins().setAuthorizationStrategy(new AuthorizationStrategy() {
            @Override
            public ACL getRootACL() {
                return ACL.lambda2((who, what) -> who.getName().equals("admin") || what.equals(Item.READ));
            }
        });

        assertThat(job.hasPermission(Item.CONFIGURE)).isFalse();
        try (ACLContext context = ACL.as(User.getById("admin", true))) {
            assertThat(job.hasPermission(Item.CONFIGURE)).isTrue();
        }
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            assertThat(job.hasPermission(Jenkins.ADMINISTER)).isTrue();
            assertThat(User.current()).isNull();
        }
        try (ACLContext context = ACL.as(User.getById("bob", true))) {
            assertThat(User.current().getId()).isEqualTo("bob");
            assertThatThrownBy(() -> job.checkPermission(Item.BUILD))
                    .isInstanceOf(AccessDeniedException3.class)
                    .hasMessage("bob is missing the Job/Build permission");
        }
    }

    @Test
    void usersHaveNamesAndGroups() {
        jenkins.addUser("carol", "Carol C", "ops", "leads");

        User carol = User.getById("carol", false);
        assertThat(carol.getDisplayName()).isEqualTo("Carol C");
        assertThat(carol.getAuthorities()).containsExactly("ops", "leads");
        assertThat(User.getById("nobody-special", true).getAuthorities()).isEmpty();
    }

    @Test
    void secretsAreReadableInTheirHomeAlone() throws Exception {
        String encrypted = Secret.fromString("plain").getEncryptedValue();

        assertThat(encrypted).startsWith("{").doesNotContain("plain");
        assertThat(Secret.fromString(encrypted).getPlainText()).isEqualTo("plain");
        assertThat(Secret.fromString("{not encrypted}").getPlainText()).isEqualTo("{not encrypted}");
        jenkins.close();
        jenkins = EmbeddedJenkins.start(home, null);
        assertThat(Secret.decrypt(encrypted).getPlainText()).isEqualTo("plain");
    }
}
