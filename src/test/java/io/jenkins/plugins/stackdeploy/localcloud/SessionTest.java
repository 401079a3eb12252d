package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final String OTHER = "6543210987654321";
    private static final String ROLE = "acs:ram::" + OTHER + ":role/deployer";

    @Test
    void anAssumedRoleActsInItsOwnAccountUntilItExpires() throws Exception {
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().role(ROLE))) {
            fixture.created("mine", "Description: x\n");
            JsonNode answer = assume(fixture, Map.of("DurationSeconds", "900"));
            TeaRos session = TeaRos.of(fixture.ros, config(answer));

            assertThat(session.call("ListStacks").get("TotalCount").asInt()).isZero();
            JsonNode identity = session.sts("GetCallerIdentity", Map.of());
            assertThat(identity.get("AccountId").asText()).isEqualTo(OTHER);
            assertThat(identity.get("IdentityType").asText()).isEqualTo("AssumedRoleUser");
            assertThat(identity.get("Arn").asText()).endsWith(":assumed-role/deployer/build-7");

            JsonNode late = assume(fixture, Map.of("DurationSeconds", "900"));
            assertThat(Instant.parse(late.get("Credentials").get("Expiration").asText()))
                    .isEqualTo(fixture.clock.instant().plusSeconds(900));
            fixture.later(900);
            TeaException expired =
                    refused(() -> TeaRos.of(fixture.ros, config(late)).call("ListStacks"));
            assertThat(expired.getCode()).isEqualTo("InvalidSecurityToken.Expired");
        }
    }

    @Test
    void aSessionKeyNeedsExactlyItsToken() throws Exception {
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().role(ROLE))) {
            JsonNode answer = assume(fixture, Map.of());
            Config forged = config(answer).setSecurityToken("CAISforged==");
            Config naked = config(answer).setSecurityToken(null);

            assertThat(refused(() -> TeaRos.of(fixture.ros, forged).call("ListStacks"))
                            .getCode())
                    .isEqualTo("InvalidSecurityToken.Malformed");
            assertThat(refused(() -> TeaRos.of(fixture.ros, naked).call("ListStacks"))
                            .getCode())
                    .isEqualTo("MissingSecurityToken");
        }
    }

    @Test
    void whatCannotBeAssumedIsRefused() throws Exception {
        try (LocalRosFixture fixture = new LocalRosFixture(LocalRos.builder().role(ROLE))) {
            assertThat(refused(() -> fixture.client.sts(
                                    "AssumeRole", Map.of("RoleArn", ROLE + "x", "RoleSessionName", "build-7")))
                            .getCode())
                    .isEqualTo("EntityNotExist.Role");
            assertThat(refused(() -> fixture.client.sts(
                                    "AssumeRole", Map.of("RoleArn", "deployer", "RoleSessionName", "build-7")))
                            .getCode())
                    .isEqualTo("InvalidParameter.RoleArn");
            assertThat(refused(() -> fixture.client.sts("AssumeRole", Map.of("RoleArn", ROLE)))
                            .getCode())
                    .isEqualTo("MissingRoleSessionName");
        }
    }

    @Test
    void deniedActionsAreForbiddenToKeysAndSessions() throws Exception {
        LocalRosBuilder builder =
                LocalRos.builder().role(ROLE, "DeleteStack").account("READER", "S", TeaRos.ACCOUNT, "CreateStack");
        try (LocalRosFixture fixture = new LocalRosFixture(builder)) {
            TeaRos reader = TeaRos.of(fixture.ros, TeaRos.config("READER", "S"));
            TeaRos session = TeaRos.of(fixture.ros, config(assume(fixture, Map.of())));

            TeaException create =
                    refused(() -> reader.call("CreateStack", "StackName", "s", "TemplateBody", LocalRosFixture.HEADER));
            TeaException delete = refused(() -> session.call("DeleteStack", "StackId", "x"));

            assertThat(create.getStatusCode()).isEqualTo(403);
            assertThat(create.getCode()).isEqualTo("NoPermission");
            assertThat(delete.getCode()).isEqualTo("NoPermission");
            assertThat(reader.call("ListStacks").get("TotalCount").asInt()).isZero();
        }
    }

    @Test
    void sessionsOutliveARestart(@TempDir Path state) throws Exception {
        JsonNode answer;
        try (LocalRosFixture fixture =
                new LocalRosFixture(LocalRos.builder().role(ROLE).stateDir(state))) {
            answer = assume(fixture, Map.of());
        }
        try (LocalRosFixture again = new LocalRosFixture(LocalRos.builder().stateDir(state))) {
            TeaRos session = TeaRos.of(again.ros, config(answer));
            assertThat(session.call("ListStacks").get("TotalCount").asInt()).isZero();
        }
    }

    private static JsonNode assume(LocalRosFixture fixture, Map<String, String> more) throws Exception {
        Map<String, String> query = new HashMap<>(more);
        query.put("RoleArn", ROLE);
        query.put("RoleSessionName", "build-7");
        return fixture.client.sts("AssumeRole", query);
    }

    private static Config config(JsonNode assumed) {
        JsonNode credentials = assumed.get("Credentials");
        return TeaRos.config(
                        credentials.get("AccessKeyId").asText(),
                        credentials.get("AccessKeySecret").asText())
                .setSecurityToken(credentials.get("SecurityToken").asText());
    }
}
