package io.jenkins.plugins.stackdeploy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import hudson.model.Result;
import hudson.model.User;
import hudson.tasks.Mailer;
import io.jenkins.plugins.stackdeploy.embedded.EmbeddedJenkins;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail about gates, to a mail server in this process. */
class GateMailTest {
    @TempDir
    Path home;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private EmbeddedJenkins jenkins;

    @BeforeEach
    void start() throws Exception {
        server.start();
        Mailer.descriptor().setSmtpHost("127.0.0.1");
        Mailer.descriptor().setSmtpPort(String.valueOf(server.getSmtp().getPort()));
        GateService.start(() -> now);
    }

    private void startJenkins(String... plugins) throws Exception {
        EmbeddedJenkins.Builder builder = EmbeddedJenkins.builder(home);
        List.of(plugins).forEach(builder::plugin);
        jenkins = builder.start();
        jenkins.addUser("bob", "Bob B", "ops");
        jenkins.addUser("carol", "Carol C", "ops");
        User.getById("bob", true).addProperty(new Mailer.UserProperty("bob@example.com"));
    }

    @AfterEach
    void stop() {
        jenkins.close();
        GateService.shutDown();
        server.stop();
    }

    private PipelineRun begin(String arguments) throws Exception {
        PipelineRun run =
                jenkins.createPipeline("shop", "manualGate " + arguments, null).schedule(Map.of(), "alice");
        GateFixture.awaitGate(run, 1);
        return run;
    }

    private MimeMessage mail(int number) {
        assertThat(server.waitForIncomingEmail(GateFixture.LIMIT.toMillis(), number))
                .isTrue();
        return server.getReceivedMessages()[number - 1];
    }

    private static List<String> recipients(MimeMessage... mails) throws Exception {
        return Arrays.stream(mails)
                .map(mail -> GreenMailUtil.getAddressList(recipientsOf(mail)))
                .sorted()
                .toList();
    }

    private static jakarta.mail.Address[] recipientsOf(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void tellsWhatIsAskedAndWhereToDecide() throws Exception {
        startJenkins("mailer");
        begin("name: 'Freigabe \u53d1\u5e03', message: 'Ship 1.2.0?', approvers: ['bob'], timeoutMinutes: 60,"
                + " notify: ['mail:approvers', 'mail:team@example.com', 'mail:bob@example.com']");

        mail(2);

        assertThat(recipients(server.getReceivedMessages())).containsExactly("bob@example.com", "team@example.com");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Freigabe \u53d1\u5e03, shop #1: your approval is asked for.");
        assertThat(GreenMailUtil.getBody(((jakarta.mail.Multipart) mail.getContent()).getBodyPart(0)))
                .contains("Ship 1.2.0?")
                .contains("Still open: 1 of bob (0 of 1)")
                .contains("Until 2026-11-22 09:00:00 UTC")
                .contains("Decide at /job/shop/1/gates/freigabe/");
    }

    @Test
    void remindsThoseWhoHaveNotApprovedAndTellsTheEnd() throws Exception {
        startJenkins("mailer");
        User.getById("carol", true).addProperty(new Mailer.UserProperty("carol@example.com"));
        PipelineRun run = begin("name: 'g', approvers: ['bob', 'carol'], count: 'all', remindEveryMinutes: 5,"
                + " notify: 'mail:approvers'");
        mail(2);
        GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");

        now = now.plus(Duration.ofMinutes(6));

        assertThat(recipients(mail(3))).containsExactly("carol@example.com");
        assertThat(mail(3).getSubject()).isEqualTo("g, shop #1: still waiting for approval.");
        GateFixture.decide(GateFixture.awaitGate(run, 1), "carol", Answer.because("no"), false);
        mail(5);
        assertThat(server.getReceivedMessages()[4].getSubject()).isEqualTo("g, shop #1: Rejected.");
    }

    /** In a request Jenkins speaks the language of the browser, and the mail is for others. */
    @Test
    void mailIsInTheLanguageOfJenkinsAndNotOfWhoeverDecides() throws Exception {
        startJenkins("mailer");
        PipelineRun run = begin("name: 'g', approvers: ['bob'], notify: 'mail:x@example.com'");
        mail(1);

        GateFixture.decideInChinese(GateFixture.awaitGate(run, 1), "bob", Answer.because("no"), false);

        assertThat(mail(2).getSubject()).isEqualTo("g, shop #1: Rejected.");
    }

    @Test
    void mailThatCannotBeSentIsNotedAndDecidesNothing() throws Exception {
        startJenkins("mailer");
        server.stop();
        PipelineRun run =
                begin("name: 'g', approvers: ['bob', 'carol'], notify: ['mail:approvers', 'mail:x@example.com']");

        await().atMost(GateFixture.LIMIT).until(() -> run.getLog().contains("x@example.com was not notified"));

        assertThat(run.getLog())
                .contains("[g] Note: carol was not notified (no mail address is known).")
                .contains("[g] Note: bob was not notified (");
        GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");
        assertThat(GateFixture.end(run)).isEqualTo(Result.SUCCESS);
    }

    @Test
    void withoutThePluginOneLineSaysSo() throws Exception {
        startJenkins();
        PipelineRun run = begin("name: 'g', approvers: ['bob'], notify: ['mail:approvers', 'mail:x@example.com']");
        GateFixture.approve(GateFixture.awaitGate(run, 1), "bob");

        assertThat(GateFixture.end(run)).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog())
                .containsOnlyOnce("[g] Note: nobody is told by mail, since the Mailer plugin is not installed.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** A name is anybody's: it must not become further headers or recipients. */
    @Test
    void hostileNamesStayInTheSubject() throws Exception {
        startJenkins("mailer");
        begin("name: 'a\\r\\nBcc: evil@example.com', approvers: ['bob'], notify: 'mail:approvers'");

        assertThat(mail(1).getHeader("Bcc")).isNull();
        assertThat(recipients(mail(1))).containsExactly("bob@example.com");
        assertThat(mail(1).getSubject()).startsWith("a Bcc: evil@example.com, shop #1");
    }
}
