package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide at a gate after a build, who may have jobs started by one, and as whom they are started. */
class PostBuildPermissionsTest {
    private static final List<Permission> DECIDES = List.of(Jenkins.READ, Item.READ, GatePermissions.APPROVE);

    @TempDir
    Path folder;

    private PostBuildFixture fixture;
    private String root;

    @BeforeEach
    void start() throws Exception {
        ManualGateStep step = new ManualGateStep("release");
        step.setApprovers("@ops\nalice");
        fixture = new PostBuildFixture(folder.resolve("home"), new PostBuildGate(step, "down"));
        root = fixture.jenkins.serve(0);
        fixture.authorize(strategy());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static AuthorizationStrategy strategy() {
        return new Roles(Map.of(
                "anonymous", List.of(Jenkins.READ, Item.READ),
                "builder", List.of(Jenkins.READ, Item.READ, Item.BUILD, Item.CONFIGURE),
                "configurer", List.of(Jenkins.READ, Item.READ, Item.CONFIGURE),
                "discoverer", List.of(Jenkins.READ, Item.DISCOVER, Item.CONFIGURE),
                "alice", DECIDES,
                "bob", DECIDES,
                "dave", DECIDES,
                "administrator", List.of(Jenkins.ADMINISTER)));
    }

    @ParameterizedTest
    @CsvSource({
        // who, sees, decides, with which reason not
        "'', 200, 403, ANONYMOUS",
        "stranger, 404, 404, ''",
        "builder, 200, 403, NOT_PERMITTED",
        "alice, 200, 403, REQUESTER",
        "dave, 200, 403, NOT_NAMED",
        "administrator, 200, 403, NOT_NAMED",
        "bob, 200, 200, ''"
    })
    void decidingNeedsTheSameAsAtAnyOtherGate(String user, int sees, int decides, String reason) throws Exception {
        fixture.build(Map.of());
        WebClient client = new WebClient(root, user.isEmpty() ? null : user);
        String path = "job/up/1/gates/release/";

        assertThat(client.get(path + "status").status()).isEqualTo(sees);
        assertThat(client.get(path + "approve").status()).isEqualTo(sees == 200 ? 405 : 404);
        WebClient.Answer answer = client.post(path + "approve");

        assertThat(answer.status()).as(answer.body()).isEqualTo(decides);
        if (!reason.isEmpty()) {
            assertThat(answer.json().get("reason").asText()).isEqualTo(reason);
        }
        if (decides == 200) {
            fixture.started();
        }
        assertThat(fixture.builds()).isEqualTo(decides == 200 ? 1 : 0);
    }

    /** Bob approves and may build nothing: what counts is whom the build ran as. */
    @Test
    void jobIsStartedByWhoeverTheBuildRanAs() throws Exception {
        fixture.up().runAs(User.getById("builder", true).impersonate2());
        FreestyleRun run = fixture.build(Map.of());

        PostBuildFixture.approve(run);

        assertThat(fixture.started().getNumber()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "configurer, 'Not started: down: configurer, as whom the build ran, has no permission to build it.'",
        "stranger, 'Not started: down: there is no such job, or whoever the build ran as may not see it.'",
        // Jenkins refuses where it could find nothing.
        "discoverer, 'Not started: down: there is no such job, or whoever the build ran as may not see it.'"
    })
    void jobIsNotStartedByWhomMayNotBuildIt(String user, String said) throws Exception {
        fixture.up().runAs(User.getById(user, true).impersonate2());
        FreestyleRun run = fixture.build(Map.of());

        PostBuildFixture.approve(run);

        fixture.awaitNothingOpen();
        assertThat(PostBuildFixture.summary(run)).element(1).asString().startsWith(said);
        assertThat(fixture.builds()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "bob, Starts when approved: down.",
        "stranger, Jobs that you may not see: 1.",
        // The name is in the configuration.
        "discoverer, Starts when approved: down."
    })
    void jobsAreNotNamedToWhomMayNotSeeThem(String user, String said) throws Exception {
        FreestyleRun run = fixture.build(Map.of());

        try (ACLContext context = ACL.as(User.getById(user, true))) {
            assertThat(PostBuildFixture.summary(run)).containsExactly("Waiting for approval.", said);
        }
    }

    /** The permission is that of the moment of the start. */
    @Test
    void permissionThatWasTakenAwayMeanwhileCountsNoMore() throws Exception {
        fixture.up().runAs(User.getById("builder", true).impersonate2());
        FreestyleRun run = fixture.build(Map.of());
        fixture.authorize(new Roles(Map.of("bob", DECIDES, "builder", List.of(Jenkins.READ, Item.READ))));

        PostBuildFixture.approve(run);

        fixture.awaitNothingOpen();
        try (ACLContext context = ACL.as(User.getById("builder", true))) {
            assertThat(PostBuildFixture.summary(run).get(1)).contains("has no permission to build it");
        }
    }

    @Test
    void aGateWhoseFilesCannotBeReadLeavesTheRestOfTheBuildsPage() throws Exception {
        FreestyleRun run = fixture.build(Map.of());
        PostBuildFixture.approve(run);
        fixture.awaitNothingOpen();
        Path gates = run.getRootDir().toPath().resolve("stack-deploy-gates");
        try (Stream<Path> files = Files.walk(gates)) {
            Path ledger = files.filter(file -> file.endsWith("decisions.jsonl"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(ledger, "{}\nnot what was written there\n");
        }

        assertThat(PostBuildFixture.summary(run)).containsExactly(Messages.Gate_unreadable());
    }

    @ParameterizedTest
    @CsvSource({
        "builder, down, OK",
        "administrator, down, OK",
        "configurer, down, ERROR",
        "discoverer, down, ERROR",
        "builder, 'down, missing', ERROR",
        "builder, '', ERROR",
        // Who may not configure the job learns nothing of others.
        "bob, missing, OK",
        "stranger, missing, OK"
    })
    void formRefusesJobsThatWhoeverConfiguresMayNotBuild(String user, String jobs, FormValidation.Kind kind) {
        PostBuildGate.DescriptorImpl form = new PostBuildGate.DescriptorImpl();
        try (ACLContext context = ACL.as(User.getById(user, true))) {
            assertThat(form.doCheckJobs(fixture.up(), jobs).kind).isEqualTo(kind);
        }
    }

    @Test
    void formSaysWhichLineIsNoParameter() {
        PostBuildGate.DescriptorImpl form = new PostBuildGate.DescriptorImpl();
        try (ACLContext context = ACL.as(User.getById("builder", true))) {
            assertThat(form.doCheckParameters(fixture.up(), "A=1\nB = two words\n").kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(form.doCheckParameters(fixture.up(), "A=1\nB").renderHtml())
                    .contains("line 2");
        }
    }
}
