package io.jenkins.plugins.stackdeploy.approval;

import com.google.common.util.concurrent.MoreExecutors;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells people of a gate by mail when it opens, at every reminder, and when it is decided: a mail for each, through the mailer
 * plugin. A mail that cannot be sent is noted in the log and decides nothing.
 */
final class GateMail {
    /** Stands for everybody whom a rule of the gate names as a user. */
    static final String APPROVERS = "approvers";

    private static final Logger LOGGER = Logger.getLogger(GateMail.class.getName());

    private final Executor threads;
    private final GateJob job;
    private final Run<?, ?> run;
    private final String id;
    private final GateLog log;

    GateMail(Executor threads, GateJob job, Run<?, ?> run, String id, GateLog log) {
        this.threads = MoreExecutors.newSequentialExecutor(threads); // mails in the order of what they tell
        this.job = job;
        this.run = run;
        this.id = id;
        this.log = log;
    }

    /** Sends an event to all; returns at once. */
    void send(GateEvent event, Gate gate, Decision decision) {
        if (job.mail().isEmpty() || event == GateEvent.APPROVAL || event == GateEvent.REJECTION) {
            return;
        }
        if (!MailPlugin.isInstalled()) {
            if (event == GateEvent.OPENED) {
                log.noMail();
            }
            return;
        }
        List<String> done = gate.decisions().stream()
                .map(Decision::by)
                .filter(by -> by != null && event == GateEvent.REMINDER)
                .toList();
        try {
            // Not written here: where somebody decides, Jenkins speaks the language of their browser.
            threads.execute(() -> sendAll(() -> MailText.of(event, gate, decision, run, id), done));
        } catch (RejectedExecutionException full) {
            LOGGER.log(Level.FINE, "Too much is left to send", full);
            log.notNotified(
                    LogLanguage.tell(Messages._Mail_everybody()), LogLanguage.tell(Messages._Webhook_tooMany()));
        }
    }

    private void sendAll(Supplier<MailText> writer, List<String> done) {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            MailText text = writer.get();
            recipients(done).forEach((address, who) -> {
                try {
                    MailPlugin.send(address, text.subject(), text.body());
                } catch (IOException failed) {
                    LOGGER.log(Level.FINE, "A mail was not sent", failed);
                    log.notNotified(who, String.valueOf(failed.getMessage()));
                }
            });
        } catch (RuntimeException failed) {
            // Other plugins look for addresses and settings; what they throw is no reason to be silent.
            LOGGER.log(Level.WARNING, "The mail of a gate was not sent", failed);
            log.notNotified(Messages.Mail_everybody(), String.valueOf(failed.getMessage()));
        }
    }

    /** Whom to tell by their addresses, each once. */
    private Map<String, String> recipients(List<String> done) {
        Map<String, String> recipients = new LinkedHashMap<>();
        for (String item : job.mail()) {
            if (item.equals(APPROVERS)) {
                approvers(done).forEach(id -> addressOf(id)
                        .ifPresentOrElse(
                                address -> recipients.putIfAbsent(address, Text.oneLine(id)),
                                () -> log.notNotified(Text.oneLine(id), Messages.Mail_noAddress())));
            } else {
                recipients.putIfAbsent(item, item);
            }
        }
        return recipients;
    }

    private List<String> approvers(List<String> done) {
        RealmIdentities identities = new RealmIdentities();
        return job.request().policy().rules().stream()
                .flatMap(rule -> rule.users().stream())
                .distinct()
                .filter(user -> done.stream().noneMatch(each -> identities.sameUser(each, user)))
                .toList();
    }

    private static Optional<String> addressOf(String id) {
        return Optional.ofNullable(User.getById(id, false)).flatMap(MailPlugin::addressOf);
    }
}
